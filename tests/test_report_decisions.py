"""Decisions for the glossary, made in the report: in a real browser, and through the command line into a glossary."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import launch
from test_report_browser import Opened, problems, run_of

from tqcheck.glossary.formats import yaml_form
from tqcheck.model.finding import Finding, Location, Severity
from tqcheck.model.run import DocumentSummary, Paragraph, Run
from tqcheck.reporters.html import render
from tqcheck.reporters.page.decisions import choices
from tqcheck.reporters.page.groups import Places, groups_of

TEXT = (
    Paragraph("p1", "Kyiv is large. Kiev is old.", "Київ великий."),
    Paragraph("p2", "The ORS and the Office for River Safety met.", "Управління зустрілося."),
    Paragraph("p3", "The harbor was closed.", "Порт закрили."),
)
PANEL = "#decide"


def found(check: str, index: int, words: str, message: str, **evidence: Any) -> Finding:
    start = TEXT[index].target.index(words)
    place = Location("guide.md", f"p{index + 1}", "target", start, start + len(words), words, index=index)
    return Finding(check, "terminology/wrong-term", Severity.MINOR, 0.8, message, place, "0", evidence=evidence)


KIEV = found("name-variant", 0, "Kiev", "Two spellings.", forms={"Kyiv": 2, "Kiev": 1})
ORS = found("abbreviation", 1, "ORS", "Never tied.", long="Office for River Safety", uses=1)
HARBOR = found(
    "term-deprecated", 2, "harbor", "Not that one.",
    target_terms=["harbour"], matched="harbor", concept="harbour", source_term="порт",
)  # fmt: skip
OTHER = found("calque", 2, "closed", "No name.")
DOCUMENTS = (DocumentSummary("guide.md", "markdown", "uk", "en-GB", len(TEXT), 20, TEXT),)
RUN = run_of(TEXT, (KIEV, ORS, HARBOR, OTHER), documents=DOCUMENTS, notices=())


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with launch() as browser:
        yield browser


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Any]:
    pages: list[Opened] = []

    def open_(run: Run, **options: Any) -> Opened:
        pages.append(Opened(browser, tmp_path, render(run), **options))
        return pages[-1]

    yield open_
    for page in pages:
        page.context.close()


def show(page: Any, number: int) -> None:
    page.locator(f"#cards > .card:nth-child({number}) .open").click()


def saved(page: Any, folder: Path) -> Path:
    with page.expect_download() as download:
        page.click("#decisions-save")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_only_notes_about_names_and_terms_ask(opened: Any) -> None:
    report = opened(RUN)
    for number, asked in ((1, True), (2, True), (3, True), (4, False)):
        show(report.page, number)
        assert report.page.locator(PANEL).is_visible() is asked
    assert 'id="decide' not in render(run_of(TEXT, (OTHER,)))


def reload_until(page: Any, ready: Callable[[], bool]) -> None:
    """The browser stores in its own time, and a page loaded anew may be a new process."""
    for _ in range(10):
        page.wait_for_timeout(300)
        page.reload()
        if ready():
            return
    raise AssertionError("what was decided did not survive a reload")


def test_decide_undo_reload_and_save(opened: Any, tmp_path: Path) -> None:
    report = opened(RUN)
    page = report.page
    show(page, 1)
    assert page.locator("#decide-forms").inner_text().split() == ["Kyiv", "Kiev"]
    assert page.locator("#decisions").is_hidden()
    page.click("#decide-add")
    assert page.locator("#decide-words").inner_text() == "Kyiv (en-GB), not Kiev"
    assert page.evaluate("document.activeElement.id") == "decide-undo"
    page.click("#decide-undo")
    assert page.locator("#decide-ask").is_visible() and page.locator("#decisions").is_hidden()
    assert page.evaluate("document.activeElement.id") == "decide-add"
    page.locator("#decide-forms input").nth(1).check()
    page.locator("#decide-others input[value=admitted]").check()
    page.click("#decide-add")
    show(page, 2)
    page.click("#decide-add")
    reload_until(page, lambda: page.locator("#to-decisions").inner_text() == "2 decisions")
    show(page, 1)
    assert page.locator("#decide-words").inner_text() == "Kiev (en-GB), also Kyiv"
    assert json.loads(saved(page, tmp_path).read_text("utf-8"))["concepts"] == [
        {"terms": {"en-GB": ["Kiev", {"term": "Kyiv", "status": "admitted"}]}},
        {
            "terms": {
                "en-GB": [
                    "Office for River Safety",
                    {"term": "ORS", "status": "admitted", "type": "abbreviation"},
                ]
            }
        },
    ]
    page.locator("#decided button").first.click()
    page.locator("#decided button").first.click()
    assert page.locator("#decisions").is_hidden() and page.locator("#decide-ask").is_visible()
    reload_until(page, page.locator("#decisions").is_hidden)
    assert report.said == [] and set(report.asked) <= {report.uri} | {u for u in report.asked if u.startswith("blob:")}


def test_a_form_is_typed_with_the_keyboard_alone(opened: Any) -> None:
    page = opened(RUN).page
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.keyboard.press("g")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.id") == "decide-other"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("#decide-said").inner_text() == "Choose a form, or type one."
    page.keyboard.type("Kyjiw j k")
    page.keyboard.press("Enter")
    assert page.locator("#decide-words").inner_text() == "Kyjiw j k (en-GB), not Kyiv, not Kiev"


def test_without_storage_decisions_last_as_long_as_the_page(opened: Any) -> None:
    report = opened(RUN)
    report.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('closed'); } })"
    )
    report.page.reload()
    show(report.page, 1)
    report.page.click("#decide-add")
    assert report.page.locator("#decided li").count() == 1
    report.page.reload()
    assert report.page.locator("#decisions").is_hidden()
    assert report.said == []


@pytest.mark.parametrize(
    "kept", ["{", "null", "[1]", '{"x": {}}', '{"x": {"terms": {"en": 1}}}', '{"x": {"terms": {"en": [null]}}}']
)
def test_spoilt_storage_is_no_decision(opened: Any, kept: str) -> None:
    report = opened(RUN)
    key = "`tqcheck-decisions-${document.getElementById('decisions').dataset.fingerprint}`"
    report.page.evaluate(f"kept => localStorage.setItem({key}, kept)", kept)
    report.page.wait_for_timeout(500)
    report.page.reload()
    assert report.page.locator("#decisions").is_hidden()
    show(report.page, 1)
    assert report.page.locator(PANEL).is_visible() and report.said == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(opened: Any, scheme: str, width: int) -> None:
    page = opened(RUN, color_scheme=scheme, viewport={"width": width, "height": 800}).page
    show(page, 1)
    assert problems(page) == []
    page.click("#decide-add")
    assert problems(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate("(p => p.scrollWidth - p.clientWidth)(document.getElementById('panel'))") == 0
    page.emulate_media(media="print")
    assert page.locator(".decisions, .decide").filter(visible=True).count() == 0


def test_through_the_command_line_into_a_glossary(opened: Any, tmp_path: Path) -> None:
    page = opened(RUN).page
    for number in (1, 2):
        show(page, number)
        page.click("#decide-add")
    show(page, 3)
    page.fill("#decide-own", "haven")
    page.click("#decide-add")
    decisions = saved(page, tmp_path)
    glossary = tmp_path / "g.yaml"
    glossary.write_text(
        "concepts:\n- id: harbour\n  terms:\n    uk: порт\n    en:\n    - harbour\n"
        "    - {term: harbor, status: deprecated}\n",
        "utf-8",
    )
    command = [sys.executable, "-m", "tqcheck", "glossary", "add", str(glossary), "--from", str(decisions)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    read = {
        concept.id: [(term.language, term.text, str(term.status)) for term in concept.terms]
        for concept in yaml_form.read(glossary.read_text("utf-8"), "g.yaml")
    }
    assert read == {
        "harbour": [
            ("uk", "порт", "preferred"),
            ("en", "harbour", "admitted"),
            ("en", "harbor", "deprecated"),
            ("en", "haven", "preferred"),
        ],
        "kyiv": [("en-GB", "Kyiv", "preferred"), ("en-GB", "Kiev", "deprecated")],
        "office-for-river-safety": [("en-GB", "Office for River Safety", "preferred"), ("en-GB", "ORS", "admitted")],
    }


def test_forms_that_hide_characters_and_unknown_languages_are_not_offered() -> None:
    hidden = found("name-variant", 0, "Kiev", "Two.", forms={"Ky\u202eiv": 1, "Kiev": 1})
    for language, expected in (("en", ["Kiev"]), ("", None), ('"><x', None)):
        documents = (DocumentSummary("guide.md", "markdown", "uk", language, 3, 20, TEXT),)
        run = run_of(TEXT, (hidden,), documents=documents)
        places = Places(run.documents)
        made = choices(groups_of(run, places)[0], places)
        assert (made[0]["forms"] if made else None) == expected


def test_untranslated_words_are_asked_about_where_they_are_names() -> None:
    text = (Paragraph("p1", "The Bundestag sat. The heute was said."),)
    made = []
    for words in ("Bundestag", "heute"):
        start = text[0].target.index(words)
        place = Location("guide.md", "p1", "target", start, start + len(words), words)
        made.append(Finding("untranslated", "custom", Severity.MINOR, 0.8, words, place, "0"))
    run = run_of(text, tuple(made), documents=(DocumentSummary("guide.md", "text", "de", "en", 1, 7, text),))
    places = Places(run.documents)
    (choice,) = choices(groups_of(run, places)[0], places).values()
    assert (choice["forms"], choice["source"]) == (["Bundestag"], ["de", "Bundestag"])
