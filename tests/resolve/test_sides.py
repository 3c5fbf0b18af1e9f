"""Whose the parties of an event are whose own words tell no state: by the place, the other side, or their owner."""

import pytest

from onrecord.model import Page
from onrecord.pipeline import process


@pytest.mark.parametrize(
    ("text", "sources", "targets"),
    [
        ("The Danish police arrested two journalists.", ["DNK"], ["DNK"]),
        ("The Danish police arrested two tourists.", ["DNK"], []),
        ("The Danish police arrested two Swedish journalists.", ["DNK"], ["SWE"]),
        ("The Danish police arrested two foreign journalists.", ["DNK"], []),
        ("The Danish police deported two journalists.", ["DNK"], []),
        ("The Danish court convicted a Finn and two Swedish men.", ["DNK"], ["FIN", "SWE"]),
        ("The Danish police arrested two Islamic State members.", ["DNK"], []),
        ("The Danish army killed two rebels.", ["DNK"], []),  # perhaps abroad
        ("The Danish army killed two rebels in Aarhus.", ["DNK"], ["DNK"]),
        ("Denmark attacked the rebels.", ["DNK"], []),
        ("The Danish minister accused the Islamic State of theft.", ["DNK"], []),
        ("Danish farmers demanded the removal of the prime minister.", ["DNK"], ["DNK"]),
        ("Protesters staged rallies against the Danish government.", ["DNK"], ["DNK"]),
        ("Protesters burned the Danish flag.", [], ["DNK"]),
        ("Danish farmers said they would blockade Denmark.", ["DNK"], ["DNK"]),
        ("President Holm rejected the demands of the Danish people.", [], ["DNK"]),
        ("Farmers rioted in the town of Aarhus.", ["DNK"], ["DNK"]),
        ("Rebels kidnapped two Danish farmers.", [], ["DNK"]),
        ("The Danish minister met two journalists.", ["DNK"], []),
        ("The Danish minister accused his allies of theft.", ["DNK"], []),
        ("Senior Danish and Swedish officials met.", ["DNK", "SWE"], ["DNK", "SWE"]),
        ("Danish, Swedish, and Finnish officials met.", ["DNK", "SWE", "FIN"], ["DNK", "SWE", "FIN"]),
        ("Two Danish and two Swedish jets flew near Poland.", ["DNK", "SWE"], ["POL"]),
        ("Denmark and Sweden established diplomatic relations.", ["DNK", "SWE"], ["DNK", "SWE"]),
        ("The Danish minister praised the coordination between Denmark and Sweden.", ["DNK"], ["SWE"]),
        ("The Danish minister demanded an end to Danish isolation.", ["DNK"], []),
        ("The Danish minister accused the Danish farmers of theft.", ["DNK"], ["DNK"]),
        ("Danish rebels said their forces had attacked Sweden.", ["DNK"], ["SWE"]),
    ],
)
def test_countries_of_an_event(tools, text, sources, targets):
    [event] = process(Page(uri="test", content=text.encode()), tools).events
    assert (list(event.sources), list(event.targets)) == (sources, targets)
