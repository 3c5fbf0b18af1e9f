import pytest

from onrecord.model import BlockKind, FindingKind

BODY = "The ministers met in the old town hall. They spoke of the border and of the river.\n\n" * 3
LAST = "They will meet again in autumn."


@pytest.mark.parametrize(
    "line",
    [
        "See also  What the treaty means for the north",
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
        "Sign up for our daily newsletter",
        "Read more: What the treaty means",
        "ADVERTISEMENT",
        "© 2031 Valdoria Herald. All rights reserved.",
        "Follow us on Twitter and Facebook",
        "FOR IMMEDIATE RELEASE",
        "Tags: treaty, border",
        "FILE PHOTO: The minister at the palace. REUTERS/Ada Novak",
        "Ada Novak contributed to this report.",
        "We use cookies to improve your experience.",
        "12 Comments",
    ],
)
def test_line(found, line):
    assert found(f"{BODY}{line}\n\n{LAST}", FindingKind.FURNITURE)[0] == line


@pytest.mark.parametrize(
    "line",
    [
        "See also the report of the commission, which came to the same end.",
        "“Follow us,” the general told the convoy.",
        "Advertisement was the topic of the talks.",
        "He said the reply would not be published.",
        "Both states will sign up for joint patrols.",
        "Read more closely, the treaty says little.",
        "The minister spoke to Reuters.",
        "Tags on the goods must name their origin.",
        "Copyright was on the agenda.",
    ],
)
def test_speech_is_no_furniture(found, line):
    assert found(f"{BODY}{line}\n\n{LAST}", FindingKind.FURNITURE) == []


def test_tail_takes_all_that_follows(found):
    tail = ["Leave a Reply", "Ben says: This is a fine treaty.", "Ada says: It is not."]
    assert found(BODY + "\n\n".join(tail), FindingKind.FURNITURE) == tail


def test_comment_link_over_the_article_begins_no_tail(found):
    assert found(f"Leave a Reply\n\n{BODY}", FindingKind.FURNITURE) == ["Leave a Reply"]


def test_list_ends_with_the_next_sentence(found):
    links = ["Related articles", "What the treaty means", "Who was in the room"]
    text = BODY + "\n\n".join(links) + "\n\n" + LAST
    assert found(text, FindingKind.FURNITURE) == links


def test_tail_after_a_list(found):
    tail = ["Related articles", "What the treaty means", "Leave a Reply", "Ben says: This is a fine treaty."]
    assert found(BODY + "\n\n".join(tail), FindingKind.FURNITURE) == tail


def test_line_of_a_block(found):
    text = f"{BODY}They met at noon.\nShare this article on Facebook\nThey parted at one."
    assert found(text, FindingKind.FURNITURE) == ["Share this article on Facebook"]


def test_wrapped_line_is_no_furniture(found):
    assert found(f"{BODY}The council spoke of\nAdvertisement\nand of radio.", FindingKind.FURNITURE) == []


def test_credit_inside_a_paragraph(found):
    text = f"{BODY}The gangway (Photo by A. Novak/AFP) was steep."
    assert found(text, FindingKind.FURNITURE) == ["(Photo by A. Novak/AFP)"]


def test_caption_that_repeats_a_sentence(found):
    caption = "They spoke of the border and of the river"
    assert found(f"{BODY}{caption}\n\n{LAST}", FindingKind.FURNITURE) == [caption]


def test_headline_is_no_furniture(found):
    text = f"Related: the word that split a treaty\n\n{BODY}"
    assert found(text, FindingKind.FURNITURE, kinds={0: BlockKind.HEADLINE}) == []
