"""What the views over what was done consist of."""

from onrecord.views.climate import Climate
from onrecord.views.compare.meetings import Meeting
from onrecord.views.exchanges import Exchange
from onrecord.views.happenings import Happening
from onrecord.views.hotlines import Line
from onrecord.views.occasions import Engagement
from onrecord.views.promises import Promise

Item = Happening | Engagement | Promise | Line | Climate | Exchange | Meeting
