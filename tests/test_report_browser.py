"""The HTML report in a real browser: inert, accessible, usable without a mouse, on paper and on a small screen."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from browser import launch

from tqcheck.model.finding import Finding, Location, Notice, Severity
from tqcheck.model.run import CheckSummary, DocumentSummary, Gate, Paragraph, Run
from tqcheck.reporters.html import render

Page, Browser = Any, Any

NASTY = "</script><script>window.hacked=1</script><img src=x onerror='window.hacked=1'>\"'&]]>-->{{7*7}}"
SHOW_ALL = (  # axe does not look into paragraphs which the browser has not laid out
    "() => { const sheet = new CSSStyleSheet();"
    "sheet.replaceSync('.pair, .card { content-visibility: visible !important }');"
    "document.adoptedStyleSheets = [sheet]; }"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launch() as browser:
        yield browser


class Opened:
    """A report opened from disk, with all that the browser said and asked for."""

    def __init__(self, browser: Browser, folder: Path, html: str, **options: Any) -> None:
        path = folder / "report.html"
        path.write_text(html, encoding="utf-8")
        self.said: list[str] = []
        self.asked: list[str] = []
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(path.as_uri())
        self.uri = path.as_uri()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Any]:
    pages: list[Opened] = []

    def open_(run: Run | str, **options: Any) -> Opened:
        pages.append(Opened(browser, tmp_path, run if isinstance(run, str) else render(run), **options))
        return pages[-1]

    yield open_
    for page in pages:
        page.context.close()


def finding(paragraphs: tuple[Paragraph, ...], index: int, words: str, check: str = "calque", **fields: Any) -> Finding:
    side = fields.pop("side", "target")
    path = fields.pop("path", "guide.md")
    text = paragraphs[index].target if side == "target" else paragraphs[index].source or ""
    start = text.index(words)
    place = Location(path, f"p{index + 1}", side, start, start + len(words), words, index=index)
    values = {"category": "accuracy/mistranslation", "severity": Severity.MAJOR, "confidence": 0.9, **fields}
    return Finding(check, message=values.pop("message", f"About {words}."), location=place, fingerprint="0", **values)


def run_of(paragraphs: tuple[Paragraph, ...], found: tuple[Finding, ...], **fields: Any) -> Run:
    checks = tuple(
        CheckSummary(name, "custom", Severity.MAJOR, "stable", f"Finds `{name}`.", MANUAL.format(name), True)
        for name in dict.fromkeys(each.check for each in found)
    )
    idle = CheckSummary("placeholder", "custom", Severity.MAJOR, "stable", "Finds more.", "", False, "no source")
    values: dict[str, Any] = {
        "documents": (DocumentSummary("guide.md", "markdown", "ru", "en", len(paragraphs), 100, paragraphs),),
        "notices": (Notice("glossary", "A glossary is empty.", "x.yaml", 3, True),),
        "checks": (*checks, idle),
    }
    return Run("0.1", "tqcheck 0.1 calque ru>en", findings=found, gate=Gate("major", False), **{**values, **fields})


MANUAL = "# {0}\n\nFinds it.\n\n## Why\n\n| a | b |\n|:--|--:|\n| 1 | 2 |\n\n```yaml\n- en: x\n```\n\n<b>raw</b>\n"
TEXT = (
    Paragraph("p1", "A plain heading", "Заголовок", "heading"),
    Paragraph("p2", "On the malice of the day 👩‍👩‍👧 the forum was held.", "На злобу дня прошёл форум."),
    Paragraph("p3", "The malice is here, and the\u200b forum too.", "Здесь злоба."),
    Paragraph("p4", "Nothing to see in this one.", "Тут ничего."),
)
RELATED = (Location("guide.md", "p3", "target", 28, 34, " forum", index=2),)
FOUND = (
    finding(TEXT, 1, "On the malice of the day", "idiom-literal", severity=Severity.CRITICAL, message="Word for word."),
    finding(TEXT, 1, "malice of", message="Malice is rare.", severity=Severity.MINOR, confidence=0.7),
    finding(TEXT, 1, "👩‍👩‍👧", severity=Severity.NEUTRAL, confidence=0.3),
    finding(TEXT, 1, "forum", message="Two forums.", related=RELATED, suggestions=("meeting",)),
    finding(TEXT, 2, "\u200b", "invisible-character", severity=Severity.MINOR),
    finding(TEXT, 2, "forum", message="Two forums.", evidence={"source_phrase": "форум", "target_terms": ["a", "b"]}),
    finding(TEXT, 2, "злоба", message="In the source.", side="source"),
)
RUN = run_of(TEXT, FOUND)


def marked_words(page: Page, number: int) -> str:
    """The text of all runs of a finding, without the tokens."""
    words: str = page.evaluate(
        "id => [...document.querySelectorAll('a.m')].filter(a => a.dataset.f.split(' ').includes(String(id)))"
        ".map(a => a.textContent).join('')",
        number,
    )
    return words


def visible_notes(page: Page) -> int:
    count: int = page.evaluate("[...document.querySelectorAll('.card')].filter(c => c.offsetParent).length")
    return count


def problems(page: Page) -> list[str]:
    page.evaluate(SHOW_ALL)
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    result = page.evaluate("axe.run(document)")
    return [
        f"{each['id']}: {node['html']} {node['failureSummary']}"
        for each in result["violations"]
        for node in each["nodes"]
    ]


def test_opens_from_disk_in_silence(opened: Any) -> None:
    report = opened(RUN)
    assert report.said == []
    assert report.asked == [report.uri]
    assert render(RUN) == render(RUN)
    assert render(RUN).index('<meta name="generator" content="tqcheck') < 4096, "how the command knows its own files"


def test_policy_blocks_a_foreign_script_and_style(opened: Any) -> None:
    foreign = "<script>window.hacked=1</script><p id=x style='position:fixed' onclick='window.hacked=1'>x</p></body>"
    report = opened(render(RUN).replace("</body>", foreign))
    report.page.evaluate("document.getElementById('x').click()")
    assert report.page.evaluate("window.hacked") is None
    assert report.page.evaluate("getComputedStyle(document.getElementById('x')).position") == "static"
    assert any("Content Security Policy" in text for text in report.said)


def test_hostile_text_stays_inert_in_every_field(opened: Any) -> None:
    text = (Paragraph(NASTY, f"😀😀 {NASTY} \u202egnp.exe\u202c end \ud800", f"𝒳 {NASTY}", NASTY),)
    values: dict[str, Any] = {"message": NASTY, "suggestions": (NASTY,), "evidence": {NASTY: [NASTY, {NASTY: NASTY}]}}
    place = Location(NASTY, NASTY, "target", 0, 1, NASTY)
    found = (
        finding(text, 0, NASTY, NASTY, path=NASTY, category=NASTY, related=(place,), **values),
        finding(text, 0, "end", path=NASTY),
        finding(text, 0, NASTY, side="source", path=NASTY),
    )
    document = DocumentSummary(NASTY, NASTY, NASTY, '"><script>', 1, 10, text, NASTY)
    check = CheckSummary(NASTY, NASTY, Severity.MAJOR, "stable", NASTY, f"# {NASTY}\n\n{NASTY} ![x](http://x/y)", True)
    idle = CheckSummary(NASTY, NASTY, Severity.MAJOR, "stable", NASTY, "", False, NASTY)
    notice = Notice(NASTY, NASTY, NASTY, 1, True)
    run = Run(NASTY, NASTY, (document, document), found, (notice,), Gate(NASTY, False), (check, idle))
    report = opened(run)
    for number in range(3):
        report.page.locator(f"a.m[data-f~='{number}']").first.click()
    assert report.page.evaluate("window.hacked") is None
    assert (report.said, report.asked) == ([], [report.uri])
    assert marked_words(report.page, 0) == marked_words(report.page, 2) == NASTY
    assert marked_words(report.page, 1) == "end"
    tokens = report.page.locator("#p0 .tgt .inv").all_text_contents()
    assert tokens == ["RLO", "PDF", "U+D800"]
    assert report.page.locator("img, main script").count() == 0
    assert problems(report.page) == []


def test_marks_sit_on_the_right_words(opened: Any) -> None:
    page = opened(RUN).page
    expected = [each.location.excerpt for each in FOUND]
    expected[4] = "ZWSP"
    assert [marked_words(page, number) for number in range(len(FOUND))] == expected
    assert page.locator(".s").count() == len(FOUND)
    assert page.locator("a.m[data-f='1 0']").text_content() == "malice of", "the innermost finding answers first"


def test_stale_and_empty_places_lose_nothing(opened: Any) -> None:
    text = (Paragraph("p1", "short"), Paragraph("p2", ""))
    where = [("p1", 0, 3, 99), ("p1", 0, 2, 2), ("p2", 1, 0, 0), ("p9", 9, 0, 4)]
    found = tuple(
        Finding(
            "c", "custom", Severity.MAJOR, 0.9, f"m{n}", Location("guide.md", unit, "target", a, b, "x", index=i), "0"
        )
        for n, (unit, i, a, b) in enumerate(where)
    )
    report = opened(run_of(text, found))
    assert marked_words(report.page, 0) == "rt"
    assert marked_words(report.page, 1) == marked_words(report.page, 2) == "‸"
    report.page.locator("#n4 .open").click()
    assert report.page.locator("#panel-title").inner_text() == "m3"
    assert report.said == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing(opened: Any, scheme: str, width: int) -> None:
    page = opened(RUN, color_scheme=scheme, viewport={"width": width, "height": 800}).page
    assert problems(page) == []
    page.locator("a.m").nth(1).click()
    page.locator("#panel details > summary").click()
    assert problems(page) == []
    page.evaluate("document.querySelector('[name=severity][value=\"1\"]').click()")
    assert problems(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert problems(page) == []


def test_theme_button_overrides_the_system(opened: Any) -> None:
    page = opened(RUN, color_scheme="dark").page
    page.click("#theme")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"
    assert problems(page) == []


def test_keyboard(opened: Any) -> None:
    page = opened(RUN).page
    focused = "document.activeElement.dataset.f ?? document.activeElement.id"
    page.keyboard.press("j")
    assert page.evaluate(focused) == "0"
    page.keyboard.press("j")
    assert page.evaluate(focused) == "1 0"
    assert page.locator("#panel").is_hidden()
    page.keyboard.press("Enter")
    assert page.locator("#panel-title").inner_text() == "Malice is rare."
    assert page.evaluate(focused) == "panel-title"
    page.keyboard.press("k")
    assert page.locator("#panel-title").inner_text() == "Word for word."
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()
    assert page.evaluate(focused) == "0"
    page.keyboard.press("/")
    assert page.evaluate(focused) == "query"
    page.keyboard.type("jk?")
    assert page.locator("#keys").is_hidden()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()


def test_panel_tells_all_and_walks_the_places(opened: Any) -> None:
    page = opened(RUN).page
    page.locator("#cards .open", has_text="Two forums.").click()
    panel = page.locator("#panel").inner_text()
    for part in (
        "major",
        "place 1 of 2",
        "sure",
        "meeting",
        "Likely original phrase",
        "форум",
        "Terms to use",
        "Mistranslation",
    ):
        assert part in panel
    assert "Finds calque." in panel
    page.click("#place-next")
    assert "place 2 of 2" in page.locator("#panel").inner_text()
    assert page.locator(".m.on").text_content() == "forum"
    assert page.locator("#p2.here").count() == 1
    assert page.locator("#place-next").is_disabled()
    page.locator("#panel a.rel").click()
    words = "[...CSS.highlights.get('related')].map(range => range.toString()).join()"
    assert page.evaluate(words) == " forum", "the token before it counts as one character"


def test_filters(opened: Any) -> None:
    page = opened(RUN).page
    assert visible_notes(page) == 6
    page.locator("[name=severity][value='1']").uncheck(force=True)
    assert visible_notes(page) == 4
    assert page.locator("#status").inner_text() == "5 of 7 findings"
    assert page.locator("a.m[data-f='4']").get_attribute("href") is None
    assert page.locator("a.m[data-f='1 0']").get_attribute("href") is not None, "the outer finding is still there"
    page.click("#reset")
    page.locator("[name=certainty][value='0']").uncheck(force=True)
    assert visible_notes(page) == 2
    page.click("#reset")
    page.select_option("#by-check", label="idiom-literal (1)")
    page.check("#only")
    assert visible_notes(page) == 1
    assert page.locator(".pair:visible").count() == 1
    page.click("#reset")
    page.fill("#query", "nothing to see")
    page.wait_for_selector("#status:has-text('0 of 7')")
    assert page.locator(".pair:visible").count() == 1
    page.click("#reset")
    assert (visible_notes(page), page.locator(".pair:visible").count()) == (6, 4)


def test_filter_by_document(opened: Any) -> None:
    documents = tuple(DocumentSummary(path, "markdown", "ru", "en", 4, 9, TEXT) for path in ("guide.md", "b.md"))
    page = opened(run_of(TEXT, (*FOUND, finding(TEXT, 3, "Nothing", path="b.md")), documents=documents)).page
    page.select_option("#by-document", label="b.md (1)")
    assert visible_notes(page) == 1
    assert page.locator(".doc:visible").count() == 1
    assert marked_words(page, 7) == "Nothing"


def test_narrow_page_does_not_scroll_sideways(opened: Any) -> None:
    long = (Paragraph("p1", "W" * 300 + " malice", "Щ" * 200),)
    run = run_of(long, (finding(long, 0, "malice", "a-check-" + "x" * 80, message="M" * 200),))
    for each in (RUN, run):
        page = opened(each, viewport={"width": 320, "height": 256}).page
        page.evaluate(SHOW_ALL)
        page.click("#more")
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        page.locator("a.m").first.click()
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        assert page.evaluate("(p => p.scrollWidth - p.clientWidth)(document.getElementById('panel'))") == 0


def test_without_script_everything_is_there(opened: Any) -> None:
    page = opened(RUN, java_script_enabled=False).page
    assert page.locator("a.m").count() > 0
    assert page.locator(".tools, #panel, #theme").filter(visible=True).count() == 0
    assert page.locator(".card .body").first.is_visible()
    page.locator("a.m").first.click()
    assert page.url.endswith("#n1")


def test_paper_shows_all_findings_in_spite_of_filters(opened: Any) -> None:
    page = opened(RUN, color_scheme="dark").page
    page.locator("[name=severity][value='2']").uncheck(force=True)
    page.locator("a.m").first.click()
    page.emulate_media(media="print")
    assert visible_notes(page) == 6
    assert page.locator(".card .body").filter(visible=True).count() == 6
    assert page.locator(".tools, .panel").filter(visible=True).count() == 0
    assert page.locator(".pair:visible").count() == 4
    assert page.evaluate("getComputedStyle(document.querySelector('#f0'), '::after').content") == '"1"'
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--ink')").strip() == "#23262b"
    lines = "[...document.querySelectorAll('.m')].map(m => getComputedStyle(m).textDecorationLine + m.className)"
    assert not [line for line in page.evaluate(lines) if line.startswith("none") and " b-" not in line]


def test_nothing_found_is_calm(opened: Any) -> None:
    report = opened(run_of(TEXT, (), notices=()))
    body = report.page.locator("body").inner_text()
    assert "Nothing found" in body
    assert "Spelling and grammar in general are not checked" in body
    assert "no source" in body and "tqcheck 0.1 calque ru>en" in body
    assert report.said == [] and problems(report.page) == []


def test_says_finding_and_never_the_other_word() -> None:
    page = render(RUN).replace("critical", "")
    head, _, rest = page.partition("<style>")
    prose = head + rest.partition("</style>")[2].partition('<script type="application/json"')[0]
    assert "error" not in prose.lower()


def test_five_thousand_paragraphs_stay_fluid(opened: Any) -> None:
    text = tuple(
        Paragraph(f"p{n}", f"The forum number {n} was held on the malice of the day.", "Злоба." * 9)
        for n in range(5000)
    )
    found = tuple(
        finding(text, n % 5000, "malice", f"check-{n % 20}", severity=Severity(n % 4), message=f"Message {n % 1500}.")
        for n in range(0, 5000 * 3, 5)
    )
    page = opened(run_of(text, found)).page
    took = page.evaluate(
        """async () => {
          const times = [];
          for (const name of ["1", "1", "2"]) {
            const start = performance.now();
            document.querySelector(`[name=severity][value="${name}"]`).click();
            await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
            times.push(performance.now() - start);
          }
          return times.sort((a, b) => a - b)[1];
        }"""
    )
    assert took < 1000, f"a filter took {took:.0f} ms; about 100 on a quiet machine"
