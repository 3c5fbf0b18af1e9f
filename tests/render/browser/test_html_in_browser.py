import pytest

pytestmark = pytest.mark.browser

PROMISE = "Sudmark “had promised not to close the northern passage”"


def marked(page):
    return "".join(page.locator(".g.on").all_text_contents())


def is_in_view(page, selector):
    box = page.locator(selector).first.evaluate("e => e.getBoundingClientRect().toJSON()")
    return box["height"] > 0 and box["top"] >= 0 and box["bottom"] <= page.evaluate("innerHeight")


def overflow(page):
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def test_a_click_on_a_line_marks_its_passage_and_shows_its_record(open_page):
    page = open_page(height=500, reduced_motion="reduce")
    page.locator("#line-7 .pick").click()
    assert marked(page) == PROMISE
    assert is_in_view(page, ".g.on")
    assert "pronoun · the speaker before" in page.locator("#card").inner_text()
    assert page.locator("#line-7.chosen").count() == 1
    assert page.url.endswith("#line-7")


def test_a_click_on_the_text_marks_the_line_that_cites_it(open_page):
    page = open_page()
    page.locator(".g", has_text="the coldest in my time").click()
    assert page.locator(".line.cited").all_text_contents() == page.locator("#line-11").all_text_contents()
    assert "cited by 1 line" in page.locator("#card").inner_text()
    page.locator(".card-lines a").click()
    assert page.locator("#line-11.chosen").count() == 1


def test_text_that_no_line_cites_says_so(open_page):
    page = open_page()
    page.locator(".g.ac", has_text="Foreign Minister Elin").first.click()
    page.keyboard.press("Escape")
    page.locator(".outside .g").first.click()
    assert "in no line" in page.locator("#card").inner_text()
    assert "furniture" in page.locator("#card").inner_text()


def test_enter_chooses_the_line_that_has_the_focus(open_page):
    page = open_page()
    page.locator("#line-9 a.pick").focus()
    page.keyboard.press("Enter")
    assert marked(page) == "“the islands are ours, and no visit will alter that”"


def test_a_citation_marks_its_one_passage_and_the_marker_leads_back(open_page):
    page = open_page()
    page.locator("#line-4 .cites a").nth(1).click()
    assert marked(page) == "The two sides agreed to carry forward consultations on fisheries."
    page.locator(".ref[data-n='10']").click()
    assert page.locator("#line-7.chosen").count() == 1


@pytest.mark.parametrize(("forward", "back"), [("j", "k"), ("n", "p")])
def test_keys_go_through_the_lines(open_page, forward, back):
    page = open_page()
    for _ in range(3):
        page.keyboard.press(forward)
    assert page.locator(".chosen").get_attribute("id") == "line-3"
    page.keyboard.press(back)
    assert page.locator(".chosen").get_attribute("id") == "line-2"
    assert page.evaluate("document.activeElement.closest('.line').id") == "line-2"
    page.keyboard.press("Escape")
    assert page.locator(".chosen, .on, #card:visible").count() == 0


def test_a_layer_can_be_switched_off_and_on(open_page):
    page = open_page()
    colour = "e => getComputedStyle(e).backgroundColor"
    said = page.locator(".g.st", has_text="had promised").first
    shown = said.evaluate(colour)
    button = page.locator("[data-layer=statements]")
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert said.evaluate(colour) == "rgba(0, 0, 0, 0)"
    said.click()
    assert "STATEMENT" not in page.locator("#card").inner_text()
    page.keyboard.press("Escape")
    page.keyboard.press("1")
    assert button.get_attribute("aria-pressed") == "true"
    assert said.evaluate(colour) == shown


def test_help_opens_by_its_key_and_closes(open_page):
    page = open_page()
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("j")
    assert page.locator(".chosen").count() == 0
    page.keyboard.press("Escape")
    assert not page.locator("#help").is_visible()


def test_the_focus_can_be_seen(open_page):
    page = open_page()
    for _ in range(4):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "(() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle; })()"
        )
        assert style == "solid"


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_nothing_runs_over_the_side(open_page, width):
    page = open_page(width)
    assert overflow(page) <= 0
    page.locator("#line-7 .pick").click()
    assert overflow(page) <= 0


def test_on_a_phone_a_line_leads_to_the_text_and_back(open_page):
    page = open_page(390, 844, has_touch=True, is_mobile=True, reduced_motion="reduce")
    assert not page.locator("#texts").is_visible()
    page.locator("#line-7 .pick").tap()
    assert page.locator("#texts").is_visible()
    assert is_in_view(page, ".g.on")
    page.locator(".card-lines a").tap()
    assert page.locator("#line-7.chosen").is_visible()
    assert is_in_view(page, "#line-7")
    page.locator("[data-show=texts]").tap()
    page.locator(".g", has_text="the coldest in my time").tap()
    assert page.locator("#card").is_visible()


def ground(page):
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_dark_follows_the_system_and_the_switch(open_page):
    light, dark = open_page(color_scheme="light"), open_page(color_scheme="dark")
    assert ground(light) != ground(dark)
    assert dark.locator("#theme").get_attribute("aria-pressed") == "true"
    wanted = ground(dark)
    light.locator("#theme").click()
    dark.locator("#theme").click()
    assert ground(light) == wanted
    assert ground(dark) != wanted


def test_the_address_leads_to_a_line_or_a_passage(open_page):
    assert marked(open_page(fragment="#line-7")) == PROMISE
    assert marked(open_page(390, fragment="#t10")) == PROMISE
    assert marked(open_page(fragment="#line-99")) == ""


def test_without_javascript_all_can_be_read(open_page):
    page = open_page(390, java_script_enabled=False)
    assert page.locator("#brief").is_visible()
    assert page.locator("#texts").is_visible()
    assert not page.locator(".layers").is_visible()
    page.locator("#line-7 .pick").click()
    page.locator("#p10 .to-text").click()
    assert is_in_view(page, "#t10 + .g")
    page.locator(".ref[data-n='10']").click()
    assert is_in_view(page, "#line-7")


def test_prints_the_brief_and_then_the_passages(open_page):
    page = open_page()
    page.emulate_media(media="print")
    assert page.locator("#line-7").is_visible()
    assert page.locator("#p10").is_visible()
    assert not page.locator("#texts").is_visible()
    assert page.locator("#brief").evaluate("e => e.scrollHeight <= e.clientHeight")


def test_the_text_on_the_page_is_the_text_of_the_document(open_page, records):
    page = open_page()
    for number, record in enumerate(records, 1):
        shown = page.locator(f"#source-{number} .document").evaluate(
            "e => { for (const l of e.querySelectorAll('.outside-label')) l.remove(); return e.textContent; }"
        )
        assert "".join(shown.split()) == "".join(record.document.text.replace("|", "").split())
