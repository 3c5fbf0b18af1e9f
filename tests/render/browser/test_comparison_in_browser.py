"""The page of a comparison in a real browser."""

import re

import pytest

from onrecord.render.comparison_html import comparison_html

pytestmark = pytest.mark.browser

CALM = {"reduced_motion": "reduce"}
FILLER = (
    "The presidents met in the old town hall and the weather was fine on that day, it was noted by those present.\n\n"
)
EVIL = (
    "</script><script>document.title = 'run'</script><style>body { display: none }</style>"
    "<img src='https://outside.example/x' onerror='document.title = 1'>\u202e"
)
OURS = (
    "President Ilse Brandt of Norway spoke with President Mateo Rojas of Chile. Brandt raised concern over ransomware."
)
THEIRS = (
    "President Mateo Rojas of Chile spoke with President Ilse Brandt of Norway. Rojas raised concern over ransomware."
)


@pytest.fixture(scope="module")
def written(compared, tmp_path_factory):
    """Writes the page of a comparison of texts and tells where it stands."""
    folder = tmp_path_factory.mktemp("comparisons")

    def address(name, *texts):
        path = folder / f"{name}.html"
        path.write_text(comparison_html(*compared(*texts)), encoding="utf-8")
        return path.as_uri()

    return address


@pytest.fixture(scope="module")
def two(written):
    return written("two")


@pytest.fixture(scope="module")
def long(written):
    """Two accounts whose passages on one thing lie far apart."""
    return written("long", FILLER * 60 + OURS, THEIRS + "\n\n" + FILLER * 60)


def marked(page, account):
    return "".join(page.locator(f"#text-{account} .g.on").all_text_contents())


def is_in_view(page, selector):
    box = page.locator(selector).first.evaluate("e => e.getBoundingClientRect().toJSON()")
    return box["height"] > 0 and box["top"] >= 0 and box["bottom"] <= page.evaluate("innerHeight")


def overflow(page):
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def numbers(page):
    """The numbers of the points that are in sight."""
    return [e.get_attribute("data-n") for e in page.locator(".point").all() if e.is_visible()]


def test_a_click_on_a_passage_marks_its_partner_and_its_point(open_page, two):
    page = open_page(url=two, **CALM)
    page.locator("#text-a .g.contradicted").click()
    assert marked(page, "a") == "Chile would join the talks on arms control"
    assert marked(page, "b") == "Chile would not join the talks on arms control"
    assert page.locator("#point-1.chosen").count() == 1
    assert "b · 1 passage" in page.locator("#strip").inner_text()
    assert page.url.endswith("#a-1-1")


def test_a_click_brings_far_passages_into_view(open_page, long):
    page = open_page(url=long, **CALM)
    page.locator("#text-b .g[data-n]").first.click()
    assert is_in_view(page, "#text-a .g.on")
    assert is_in_view(page, ".point.chosen .pick")


def test_a_click_on_a_point_marks_its_passages(open_page, two):
    page = open_page(url=two)
    page.locator("#point-4 .meaning").click()
    assert "ransomware attacks on hospitals" in marked(page, "a")
    assert marked(page, "b") == "concern over ransomware attacks on banks"
    page.locator("#strip [data-clear]").click()
    assert page.locator(".on, .chosen, #strip:visible").count() == 0


def test_a_place_leads_to_its_passage(open_page, two):
    page = open_page(url=two)
    page.locator("#point-4 a.place").nth(1).click()
    assert page.locator("#text-b .g.now").all_text_contents() == ["concern over ransomware attacks on banks"]


def test_enter_on_a_number_in_a_text_chooses_its_point(open_page, two):
    page = open_page(url=two)
    page.locator("#text-b .ref[data-n='4']").focus()
    page.keyboard.press("Enter")
    assert page.locator("#point-4.chosen").count() == 1
    page.keyboard.press("o")
    assert page.evaluate("document.activeElement.closest('.column').id") == "text-a"


def test_keys_go_through_the_points_in_sight(open_page, two):
    page = open_page(url=two)
    for _ in range(3):
        page.keyboard.press("j")
    assert page.locator(".chosen").get_attribute("id") == "point-3"
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.closest('.point').id") == "point-2"
    page.locator("label", has_text="Only b").click()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.locator(".chosen").get_attribute("id") == "point-6"


def test_help_opens_by_its_key(open_page, two):
    page = open_page(url=two)
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize(
    ("label", "seen"),
    [("All", "123456"), ("Unconfirmed", "123"), ("In both", "14"), ("Only a", "25"), ("Only b", "36")],
)
def test_filters(open_page, two, label, seen, script):
    page = open_page(url=two, java_script_enabled=script)
    page.locator(".choices label", has_text=re.compile(f"^ *{label}")).click()
    assert numbers(page) == list(seen)
    assert page.locator(".chapter:visible").count() <= len(seen)


def test_filters_work_by_keyboard(open_page, two):
    page = open_page(url=two)
    page.locator("#see-all").focus()
    page.keyboard.press("ArrowRight")
    assert numbers(page) == ["1", "2", "3"]


def test_choosing_what_a_filter_hides_shows_it(open_page, two):
    page = open_page(url=two)
    page.locator(".choices label", has_text="Only b").click()
    page.locator("#text-a .ref[data-n='5']").click()
    assert page.locator("#point-5").is_visible()


def test_the_address_leads_to_a_point_or_a_passage(open_page, two):
    assert marked(open_page(url=two, fragment="#point-1"), "b") != ""
    assert open_page(url=two, fragment="#b-4-1").locator("#text-b .g.now").count() > 0
    assert open_page(url=two, fragment="#point-99").locator(".chosen").count() == 0


def test_a_word_of_the_form_leads_to_its_place(open_page, two):
    page = open_page(url=two)
    page.locator(".form a", has_text="upon request").click()
    assert page.locator("#text-b .g.now").all_text_contents() == ["upon request"]


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1280, 1920])
def test_nothing_runs_over_the_side(open_page, two, width):
    page = open_page(width, url=two)
    assert overflow(page) <= 0
    page.keyboard.press("j")
    assert overflow(page) <= 0


def test_on_a_phone_one_thing_is_shown_at_a_time(open_page, two):
    page = open_page(390, 844, url=two, has_touch=True, is_mobile=True, **CALM)
    assert not page.locator("#texts").is_visible()
    page.locator("#point-4 .pick").tap()
    page.locator("#strip [data-text=b]").tap()
    assert not page.locator("#text-a").is_visible()
    assert is_in_view(page, "#text-b .g.now")
    page.locator("#strip [data-text=a]").tap()
    assert is_in_view(page, "#text-a .g.now")
    page.locator("[data-show=points]").tap()
    assert page.locator("#point-4.chosen").is_visible()


def test_without_javascript_all_can_be_read_and_links_lead_on(open_page, two):
    page = open_page(390, url=two, java_script_enabled=False)
    assert all(page.locator(f"#{name}").is_visible() for name in ("points", "text-a", "text-b"))
    assert page.locator(".views:visible, .tools:visible, #strip:visible").count() == 0
    page.locator("#point-4 a.place").first.click()
    assert is_in_view(page, "#text-a .ref[data-n='4']")
    page.locator("#text-a .ref[data-n='4']").click()
    assert is_in_view(page, "#point-4 .pick")


def test_dark_follows_the_system_and_the_switch(open_page, two):
    ground = "getComputedStyle(document.body).backgroundColor"
    light, dark = open_page(url=two, color_scheme="light"), open_page(url=two, color_scheme="dark")
    wanted = dark.evaluate(ground)
    assert light.evaluate(ground) != wanted
    light.locator("#theme").click()
    assert light.evaluate(ground) == wanted


def test_marks_differ_by_more_than_colour(open_page, two):
    page = open_page(url=two)
    looks = {
        kind: page.locator(f"#text-a .g.{kind}").first.evaluate(
            "e => { const s = getComputedStyle(e); return s.borderBottomStyle; }"
        )
        for kind in ("contradicted", "unfound", "differs", "only")
    }
    assert len(set(looks.values())) == len(looks)
    assert len({ref.get_attribute("data-mark") for ref in page.locator("#text-a .ref").all()}) == len(looks)


def pages(page):
    return len(re.findall(rb"/Type ?/Page\b", page.pdf(prefer_css_page_size=True)))


def test_prints_one_page_with_counts_and_points(open_page, two):
    page = open_page(url=two)
    assert pages(page) == 1
    page.emulate_media(media="print")
    assert page.locator(".counts").is_visible()
    assert page.locator("#point-1").is_visible()
    assert not page.locator("#texts").is_visible()


def test_a_filter_changes_nothing_on_paper(open_page, two):
    page = open_page(url=two)
    page.locator(".choices label", has_text="Only b").click()
    page.emulate_media(media="print")
    assert page.locator(".point:visible").count() == 6


def test_three_accounts_can_be_chosen_among(open_page, written):
    page = open_page(url=written("three", OURS, THEIRS, THEIRS.replace("ransomware", "tariffs")))
    assert page.locator(".column:visible").count() == 3
    page.locator(".columns-shown label", has_text="b ·").click()
    assert page.locator(".column:visible").count() == 2
    assert overflow(page) <= 0


@pytest.mark.parametrize("texts", [("x", "y"), (OURS, OURS), ("The weather was fine.", OURS)])
def test_little_to_compare_still_gives_a_page(open_page, written, texts):
    page = open_page(url=written("little", *texts))
    page.keyboard.press("j")
    assert "Read with care".casefold() in page.locator("#points").inner_text().casefold()
    assert page.locator(".column:visible").count() == 2


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_of_a_document_runs_loads_or_hides(open_page, written, width):
    page = open_page(width, url=written("evil", f"{OURS} {EVIL}", f"{EVIL}\n\n{THEIRS}"))
    assert page.title() == "Norway – Chile · call · OnRecord"
    assert page.locator("script, style, iframe, img, base").count() == 2  # our own script and style
    assert page.locator("#points").is_visible()
    assert overflow(page) <= 0


def test_the_text_on_the_page_is_the_text_of_the_document(open_page, two, compared):
    page = open_page(url=two)
    for key, record in zip("ab", compared()[1], strict=True):
        shown = page.locator(f"#text-{key} .document").evaluate("e => e.textContent")
        assert "".join(shown.split()) == "".join(record.document.text.split())
