"""Formats of other tools: what is read from their files, and that nothing is lost in writing but what is listed."""

from __future__ import annotations

import datetime
import io
import re
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from tqcheck.cli.app import app
from tqcheck.cli.glossary import export, import_
from tqcheck.glossary.change import Change
from tqcheck.glossary.concept import Concept, GlossaryError, Status, Term
from tqcheck.glossary.formats import xlsx_cells, yaml_form, yaml_write
from tqcheck.glossary.formats.bilingual import Pair, pair_in_name, with_languages
from tqcheck.glossary.formats.registry import format_of, formats, writer_of
from tqcheck.glossary.load import parsed, read_file
from tqcheck.glossary.sheets.csv_sheet import CsvSheet

FILES = Path(__file__).parent / "glossary_formats"
OWN = ("xlsx", "omegat", "utx", "weblate", "po")

P, A, D, S = Status


def terms(concept: Concept) -> list[tuple[str, str, Status]]:
    return [(t.text, t.language, t.status) for t in concept.terms]


def of(name: str, data: bytes | str, path: str = "") -> list[Concept]:
    read = formats()[name].read
    assert read
    return list(read(data.encode() if isinstance(data, str) else data, path or f"g{formats()[name].suffixes[0]}"))


def refused(name: str, data: bytes | str, why: str, line: int | None = None) -> None:
    with pytest.raises(GlossaryError, match=why) as error:
        of(name, data)
    assert error.value.line == line


# --- UTX


def test_utx() -> None:
    first, second, third, fourth = read_file(str(FILES / "ports.utx"))
    assert terms(first) == [
        ("port", "en", P), ("harbour", "en", A), ("Hafen", "de", P), ("Haven", "de", D), ("Seehafen", "de", A),
    ]  # fmt: skip
    assert (first.id, first.note, first.rest) == ("C1", "where ships lie", {"register": "neutral"})
    assert first.terms[0].rest == {"pos": "noun", "plural": "ports"} and first.terms[1].rest == {"pos": "noun"}
    assert (terms(second), second.line) == ([("port", "en", P), ("Port", "de", P)], 9), "homonyms stay apart"
    assert terms(third) == [("buffer", "en", P)]
    assert terms(fourth) == [("mail", "en", P), ("Post", "de", S)]


@pytest.mark.parametrize(
    ("data", "why", "line"),
    [
        ("", "is no UTX", 1),
        ("#UTX 1.20\n#src\ttgt\na\tb\n", "does not name its two languages", 1),
        ("#UTX 1.20; en/de\na\tb\n", "no line `#src`", 2),
        ("#UTX 1.20; en/de\n#src\tsrc:pos\na\tb\n", "no column `tgt`", 2),
        ("#UTX 1.20; en/de\n#src\ttgt\ttgt\na\tb\n", "`tgt` twice", 2),
        ("#UTX 1.20; en/de\n#src\ttgt\tterm status\na\tb\tbest\n", "'best' is no term status", 3),
        ("#UTX 1.20; en/de\n#src\ttgt\na\tb\tc\n", "3 cells, but 2 columns", 3),
        ("#UTX 1.20; en/de\n#src\ttgt\n\tb\n", "without a source term", 3),
        ("#UTX 1.20; en/de\n#src\ttgt\n# nothing\n", "holds no terms", None),
    ],
)
def test_what_is_no_utx_is_said(data: str, why: str, line: int | None) -> None:
    refused("utx", data, why, line)


# --- OmegaT


def test_omegat() -> None:
    first, second, third, fourth = read_file(str(FILES / "ports.en-de.utf8"))
    assert terms(first) == [("port", "en", P), ("Hafen", "de", P), ("Seehafen", "de", A)]
    assert first.note == "where ships lie"
    assert terms(second) == [("buffer", "en", P), ("Puffer", "de", P)]
    assert terms(third) == [('"quoted"', "en", P), ("»zitiert«", "de", P)]
    assert terms(fourth) == [("mail", "en", P)]


def test_omegat_in_its_other_shapes() -> None:
    text = "port\tHafen\tnote\n"
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        (concept,) = of("omegat", text.encode(encoding), "g.en-de.txt")
        assert (terms(concept), concept.note) == ([("port", "en", P), ("Hafen", "de", P)], "note"), encoding
    (concept,) = of("omegat", '# head\n"kde, qu",comma,"a ""note"""\n', "g.csv")
    assert (terms(concept), concept.note) == ([("kde, qu", "x-source", P), ("comma", "x-target", P)], 'a "note"')
    refused("omegat", "a\tb\nno pair\n", "parted by a tab", 2)
    refused("omegat", "a\tb\n\tc\n", "without a source", 2)
    refused("omegat", "# only\n", "holds no terms")
    refused("omegat", b"\xff\xfea", "is not UTF-16", 1)
    refused("omegat", b"\xe9\tb\n", "is not UTF-8", 1)


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("g.txt", "port\tHafen\n", "omegat"),
        ("g.txt", "# comment\n\nport\tHafen\tx\n", "omegat"),
        ("g.txt", "#UTX 1.20; en/de\n#src\ttgt\n", "utx"),
        ("g.txt", "\ufeff#UTX 1.20; en/de\n#src\ttgt\n", "utx"),
        ("g.csv", "en,de\na,b\n", "csv"),
        ("g.csv", "source,target\na,b\n", "csv"),
        ("g.csv", '\ufeff"location","source","target","translator_comments","developer_comments"\n', "weblate"),
        ("g.xlsm", "", "xlsx"),
        ("g.PO", "", "po"),
    ],
)
def test_a_file_is_told_by_its_name_and_beginning(name: str, data: str, found: str) -> None:
    assert format_of(name, data.encode()).name == found


def test_a_text_is_not_taken_for_a_glossary() -> None:
    for text in ("A sentence.\n", "", "# comment\n", "a\tb\nA sentence.\n", "port\tHafen\n" * 3 + "end\n"):
        with pytest.raises(GlossaryError, match="does not look like"):
            format_of("readme.txt", text.encode())
    with pytest.raises(GlossaryError, match="is no glossary format; known are"):
        format_of("readme.doc", b"")


# --- Weblate


def test_weblate() -> None:
    first, second, third = read_file(str(FILES / "ports-de.csv"))
    assert terms(first) == [("port", "x-source", P), ("Hafen", "de", P), ("Seehafen", "de", A)]
    assert (first.subject, first.definition) == ("shipping", "Where ships lie.")
    assert first.note == "Never Haven.\n\nOf the sea,\r\nnot of rivers."
    assert (second.subject, terms(second)[1][0], second.line) == ("computing", "Port", 3)
    assert [text for text, _, _ in terms(third)] == ["=A1", "=B1|C1"], "what Weblate keeps from spreadsheets"
    left_out = formats()["weblate"].left_out
    assert left_out and left_out((FILES / "ports-de.csv").read_bytes(), "x.csv") == "1 fuzzy, 1 untranslated"


def test_flags_of_weblate() -> None:
    first, second = read_file(str(FILES / "flags-de.csv"))
    assert terms(first) == [("port", "x-source", P), ("Haven", "de", D), ("Hafen", "de", P)]
    assert (first.rest, first.note) == ({"flags": "terminology"}, "Seldom used.")
    assert [(t.text, t.do_not_translate) for t in second.terms] == [("tqcheck", True), ("tqcheck", True)]


@pytest.mark.parametrize(
    ("data", "why", "line"),
    [
        ("", "no columns `source` and `target`", 1),
        ("source,target,colour\na,b,c\n", "unknown column 'colour'", 1),
        ("source,target,fuzzy\na,b,True\n", "translated and approved: 1 fuzzy", None),
        ("source,target,fuzzy\n", "holds no terms", None),
        ("source,target,fuzzy\n,b,False\n", "without a source", 2),
    ],
)
def test_what_is_no_export_of_weblate_is_said(data: str, why: str, line: int | None) -> None:
    refused("weblate", data, why, line)


# --- PO


def test_po() -> None:
    first, second, third = read_file(str(FILES / "ports-de.po"))
    assert terms(first) == [("port", "en", P), ("Hafen", "de-AT", P)]
    assert [t.forms for t in first.terms] == [("ports",), ("Häfen",)]
    assert (first.subject, first.definition, first.note) == ("shipping", "Where ships lie.", "Never Haven.")
    assert (terms(second)[1][0], second.subject) == ("Port", "computing")
    assert terms(third) == [("letter", "en", P), ("Brief", "de-AT", P), ("Schreiben", "de-AT", A)]
    assert third.line == 27
    left_out = formats()["po"].left_out
    assert left_out and left_out((FILES / "ports-de.po").read_bytes(), "x.po") == "1 fuzzy, 1 untranslated, 1 obsolete"


@pytest.mark.parametrize(
    ("data", "why", "line"),
    [
        ("", "holds no terms", None),
        ('msgid "a"\nmsgstr "b\n"c" d\n', "unescaped double quote", 3),
        ('msgid "a"\n\nnonsense\n', "is not valid PO", 3),
        ('msgid "a"\nmsgstr[x] "b"\n', "is not valid PO", None),
        ('#, fuzzy\nmsgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr ""\n', "approved: 1 fuzzy, 1 untranslated", None),
        (b'msgid "\xe9"\nmsgstr "b"\n', "is not UTF-8", 1),
    ],
)
def test_what_is_no_terminology_in_po_is_said(data: str | bytes, why: str, line: int | None) -> None:
    with pytest.raises(GlossaryError, match=why) as error:
        of("po", data)
    assert line is None or error.value.line == line


def test_a_po_file_that_is_the_name_of_a_file_is_not_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.po"
    secret.write_text('msgid "a"\nmsgstr "b"\n')
    with pytest.raises(GlossaryError, match="is not valid PO"):
        of("po", str(secret))


def test_a_missing_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, extra, data in (("openpyxl", "xlsx", workbook({"s": [["en", "de"], ["a", "b"]]})), ("polib", "po", b"")):
        monkeypatch.setitem(sys.modules, name, None)
        with pytest.raises(GlossaryError, match=re.escape(f"pip install 'tqcheck[{extra}]'")):
            of(extra, data)


# --- XLSX


def workbook(sheets: dict[str, list[list[Any]]], change: Callable[[Any], None] = lambda book: None) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_terminologists_workbook() -> None:
    data = workbook(
        {
            "About": [["Our terms"], ["Ask Ada."]],
            "Ports": [
                [None, None],
                ["ID", "en", "en status", "en note", "de", "de status", "de forbidden", "Domain", "Definition", "Reference"],
                [7, "port", None, "not harbour", "Hafen|Seehafen", "admitted", "Haven\nHavn", "shipping|sea", "A place.", "ISO 1"],
                [8, "mail | post", "preferred|deprecated", None, "Post", None, "no", None, None, None],
                [9, "e-mail", None, None, "Email", None, "x", None, None, None],
                [None, None, None, None, None, None, None, None, None, None],
            ],
            "More": [["source", "target", "status", "note"], ["a", "b", "deprecated", "n"], ["a", "c", None, None]],
        }
    )  # fmt: skip
    first, second, third, fourth = of("xlsx", data)
    assert terms(first) == [
        ("port", "en", P), ("Hafen", "de", A), ("Seehafen", "de", A), ("Haven", "de", D), ("Havn", "de", D),
    ]  # fmt: skip
    assert (first.id, first.domain, first.definition, first.source) == ("7", ("shipping", "sea"), "A place.", "ISO 1")
    assert (first.terms[0].rest, first.line) == ({"note": "not harbour"}, 3)
    assert terms(second) == [("mail", "en", P), ("post", "en", D), ("Post", "de", P)]
    assert terms(third) == [("e-mail", "en", P), ("Email", "de", D)]
    assert terms(fourth) == [("a", "x-source", P), ("b", "x-target", D), ("c", "x-target", P)]
    assert fourth.note == "n"


def test_values_are_text_and_merged_cells_speak_for_all_of_theirs() -> None:
    def change(book: Any) -> None:
        sheet = book["s"]
        sheet.merge_cells("A3:A4")
        sheet.row_dimensions[2].hidden = True
        book.create_sheet("hidden").sheet_state = "hidden"

    rows = [
        ["en", "de", None], [1984, 1.5, "beside"], ["port", "Hafen"], [None, "Seehafen"],
        [datetime.date(2024, 1, 2), datetime.datetime(2024, 1, 2, 3, 4)], [True, 2.0], ["'=1", "@x"],
    ]  # fmt: skip
    found = [[text for text, _, _ in terms(concept)] for concept in of("xlsx", workbook({"s": rows}, change))]
    assert found == [
        ["1984", "1.5"], ["port", "Hafen", "Seehafen"], ["2024-01-02", "2024-01-02 03:04:00"], ["TRUE", "2"], ["'=1", "@x"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "why", "line"),
    [
        ([], "no sheet with terms", None),
        ([["Use"], ["this"]], "needs a header of language tags in s", 1),
        ([["en", "colour"], ["a", "b"]], "'colour' in the header of s", 1),
        ([["en", "de status"], ["a", "b"]], "no column `de`", 1),
        ([["en", "note", "Note"], ["a", "b", "c"]], "two columns `note`", 1),
        ([["en", "de", "status"], ["a", "b", "best"]], r"'best' is no status \(s, row 2\)", 2),
        ([["en", "de", "en status"], ["a|b|c", "d", "preferred|admitted"]], "2 statuses for 3 terms", 2),
        ([["en", "de", "note"], ["a", "b", ""], [None, None, "c"]], "without a term in s", 3),
        ([["en", "de"], ["a", "=A2&A3"]], "formula without a value in s!B2", 2),
        ([["en", "de"], ["a", "b"], ["#N/A", "c"]], "error #N/A in s!A3", 3),
        ([["en", "de"]], "no sheet with terms", None),
    ],
)
def test_what_is_wrong_in_a_workbook_is_said_with_its_row(rows: list[list[Any]], why: str, line: int | None) -> None:
    refused("xlsx", workbook({"s": rows}), why, line)


def repacked(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, change(old.read(part)) if part.filename == name else old.read(part))
    return stream.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def test_a_formula_counts_for_its_stored_value() -> None:
    data = workbook({"s": [["en", "de"], ["a", "=A2"]]})
    stored = repacked(
        data, SHEET, lambda xml: re.sub(rb"(<f>A2</f>)<v ?/>|(<f>A2</f>)<v></v>", rb"<f>A2</f><v>5</v>", xml)
    )
    assert [terms(c) for c in of("xlsx", stored)] == [[("a", "en", P), ("5", "de", P)]]


def test_workbooks_that_mean_harm_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = workbook({"s": [["en", "de"], ["a", "b"]]})
    refused("xlsx", b"\xd0\xcf\x11\xe0 old", "old Excel file or has a password")
    refused("xlsx", b"en,de\n", "is not an .xlsx workbook")
    refused("xlsx", data[:200], "is not a workbook that can be read")
    refused("xlsx", repacked(data, SHEET, lambda xml: xml[:-20]), "is not a workbook that can be read")
    refused("xlsx", repacked(data, "xl/workbook.xml", lambda xml: b"<x/>"), "no sheet with terms")
    dtd = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    refused(
        "xlsx", repacked(data, SHEET, lambda xml: dtd + xml), "document type or entities in xl/worksheets/sheet1.xml"
    )
    refused("xlsx", repacked(data, SHEET, lambda xml: xml.decode().encode("utf-16")), "document type or entities")
    wide = repacked(
        data, SHEET, lambda xml: xml.replace(b'r="B2"', b'r="XFD2"').replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"')
    )
    assert [terms(c) for c in of("xlsx", wide)] == [[("a", "en", P)]]
    monkeypatch.setattr(xlsx_cells, "LARGEST", 1 << 20)
    refused("xlsx", repacked(data, SHEET, lambda xml: xml + b" " * (2 << 20)), "larger than 1 MiB when unpacked")


def test_a_workbook_is_text_all_over_and_the_same_every_time() -> None:
    concepts = [Concept("=1+1", (Term("=HYPERLINK(1)", "en"), Term("+1", "de"), Term("#N/A", "de", S)), note="@x")]
    write = writer_of("g.xlsx")
    made = write(concepts, [])
    assert made.lost == () and made.data == write(concepts, []).data
    sheet = openpyxl.load_workbook(io.BytesIO(made.data)).active
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"} and len(cells) == 5
    assert [cell.value for cell in cells if not cell.quotePrefix] == ["#N/A"]


@pytest.mark.parametrize("text", ["=1+1", "-able", "+1", "@x", "'=1", "''-x", "'quoted'", "a=b"])
def test_a_csv_has_no_formulas(text: str) -> None:
    write = writer_of("g.csv")
    made = write([Concept("c1", (Term("x", "en"), Term(text, "de")), note=text)], []).data.decode()
    (concept,) = of("csv", made, "g.csv")
    assert (concept.terms[1].text, concept.note) == (text, text)
    assert not re.search(r"(?m)(^|,)[=+\-@]", made)
    sheet = CsvSheet(made, "g.csv")
    sheet.change("c1", Change(keys={"subject": ""}))
    assert sheet.text.replace("preferred", "") == made.replace("preferred", "")


# --- pairs and their languages


@pytest.mark.parametrize(
    ("name", "pair"),
    [
        ("terms.en-de.utf8", Pair("en", "de")), ("a/en_de.txt", Pair("en", "de")), ("x-en-GB_pt-BR.tab", Pair("en-GB", "pt-BR")),
        ("terms.pt-BR.txt", Pair()), ("my-terms.txt", Pair()), ("fr-CA.txt", Pair()), ("en-en.txt", Pair()), ("", Pair()),
    ],
)  # fmt: skip
def test_languages_in_the_name_of_a_file(name: str, pair: Pair) -> None:
    assert pair_in_name(name) == pair
    assert pair_in_name("x-pt-BR.po", alone=True) == Pair(target="pt-BR")


def test_languages_are_given_once() -> None:
    (concept,) = with_languages(of("omegat", "a\tb\n"), "en", "de", "g.utf8")
    assert [t.language for t in concept.terms] == ["en", "de"]
    with pytest.raises(GlossaryError, match="says itself that it is in de, en, not in fr"):
        with_languages([concept], "en", "fr", "g.utf8")


@pytest.mark.parametrize("name", ["omegat", "utx", "weblate", "po"])
def test_a_list_of_pairs_needs_two_languages(name: str) -> None:
    concepts = [Concept("a", (Term("x", "en"), Term("y", "de"), Term("z", "fr")))]
    write = formats()[name].write
    assert write
    assert any("“z” (fr): of the languages only en and de" in what for _, what in write(concepts, []).lost)
    assert any("“y” (de)" in what for _, what in write(concepts, ["en", "fr"]).lost)
    for languages in (["en"], ["en", "de", "fr"]):
        with pytest.raises(GlossaryError, match="two languages"):
            write(concepts, languages)
    with pytest.raises(GlossaryError, match="the glossary has 1"):
        write([Concept("a", (Term("x", "en"),))], [])
    with pytest.raises(GlossaryError, match="nothing of this can be written"):
        write([Concept("a", (Term("x", "en", D), Term("y", "de")))], [])


# --- what is written


words = (
    st.one_of(
        st.text(st.characters(codec="utf-8", exclude_categories=("Cs",), exclude_characters="\0"), min_size=1, max_size=8),
        st.sampled_from(
            ["a|b", "=1", "#x", '"q"', "a\tb", "a\nb", "-", "x", "'=a'", "a; b", "one {a}; two {b}", "fuzzy", "\\n", "\ufeffa", "_x0041_"]
        ),
    )
    .map(str.strip)
    .filter(bool)
)  # fmt: skip
made_terms = st.builds(
    Term, words, st.sampled_from(["en", "de", "pt-BR"]), st.sampled_from(Status), type=st.sampled_from(["", "abbreviation"]),
    forms=st.lists(words, max_size=1).map(tuple), do_not_translate=st.booleans(), case=st.sampled_from(["", "sensitive"]),
    rest=st.dictionaries(st.sampled_from(["note", "pos", "x-y"]), words, max_size=2),
)  # fmt: skip
made_concepts = st.builds(
    Concept, st.uuids().map(str) | words,
    st.lists(made_terms, min_size=1, max_size=5).map(lambda found: tuple(sorted(found, key=lambda t: t.language))),
    domain=st.lists(words, max_size=2).map(tuple), subject=st.just("") | words, definition=st.just("") | words,
    note=st.just("") | words, source=st.just("") | words, beside=st.lists(words, max_size=1).map(tuple),
    rest=st.dictionaries(st.sampled_from(["owner", "flags"]), words, max_size=1),
)  # fmt: skip


@pytest.mark.parametrize("name", OWN)
@settings(max_examples=120, deadline=None)
@given(concepts=st.lists(made_concepts, min_size=1, max_size=4, unique_by=lambda c: c.id))
def test_what_is_not_listed_as_lost_is_read_again(name: str, concepts: list[Concept]) -> None:
    """From YAML to the format and back to YAML: every term, status and key is there again or listed by name."""
    concepts = list(yaml_form.read(yaml_write.text(concepts), "g.yaml"))
    form = formats()[name]
    assert form.write and form.read
    try:
        made = form.write(concepts, [])
    except GlossaryError as error:
        assert "two languages" in str(error) or "nothing of this" in str(error)
        return
    assert form.write(concepts, []).data == made.data
    pair = list(dict.fromkeys(t.language for c in concepts for t in c.terms))[:2]
    again = list(form.read(made.data, "again"))
    again = with_languages(again, "", "", "") if len(pair) < 2 or name == "xlsx" else named(again, pair)
    again = list(yaml_form.read(yaml_write.text(again), "again"))
    there = {(t.language, t.text, t.status) for c in again for t in c.terms}
    for concept in concepts:
        lost = "\n".join(what for id, what in made.lost if id == concept.id)
        if "the whole concept" in lost:
            continue
        mates = [c for c in again if c.id == concept.id] or [
            c for c in again if {(t.language, t.text) for t in c.terms} & {(t.language, t.text) for t in concept.terms}
        ]
        assert mates, (concept, made)
        assert concept.id == mates[0].id or "`id`" in lost or concept.id.startswith("g.yaml:")
        for key in ("subject", "domain", "definition", "note", "source", "beside"):
            value = getattr(concept, key)
            assert not value or any(getattr(c, key) == value for c in mates) or f"`{key}`" in lost
        for key, value in concept.rest.items():
            assert any(c.rest.get(key) == value for c in mates) or f"`{key}`" in lost
        for term in concept.terms:
            assert (term.language, term.text, term.status) in there or f"“{term.text}” ({term.language}" in lost
            same = [keys_of(t) for c in mates for t in c.terms if (t.language, t.text) == (term.language, term.text)]
            for key, value in keys_of(term).items():
                listed = f"`{key}` of “{term.text}” ({term.language}" in lost
                gone = f"\n“{term.text}” ({term.language}" in f"\n{lost}"
                assert not value or listed or gone or any(other.get(key) == value for other in same), (key, value, made)


def keys_of(term: Term) -> dict[str, Any]:
    own = {"type": term.type, "forms": term.forms, "case": term.case, "do-not-translate": term.do_not_translate}
    return {**own, **term.rest}


def named(concepts: list[Concept], pair: list[str]) -> list[Concept]:
    found = {t.language for c in concepts for t in c.terms}
    return with_languages(
        concepts, pair[0] if "x-source" in found else "", pair[1] if "x-target" in found else "", "again"
    )


def test_utx_and_xlsx_carry_all_that_a_plain_glossary_says() -> None:
    concepts = [
        Concept(
            "c1", (Term("port", "en"), Term("harbour", "en", A), Term("Hafen", "de"),
                   Term("Seehafen", "de", A), Term("Haven", "de", D), Term("Port", "de", S)),
            domain=("sea", "ships"), subject="shipping", definition="Where ships lie.", note="Of the sea.", source="ISO",
        ),
        Concept("c2", (Term("port", "en"), Term("Port", "de"))),
    ]  # fmt: skip
    for name in ("utx", "xlsx"):
        write, read = formats()[name].write, formats()[name].read
        assert write and read
        made = write(concepts, [])
        assert made.lost == ()
        assert [(c.id, set(terms(c)), c.domain, c.subject, c.definition, c.note, c.source) for c in read(made.data, "")] == [
            (c.id, set(terms(c)), c.domain, c.subject, c.definition, c.note, c.source) for c in concepts
        ]  # fmt: skip


@pytest.mark.parametrize("name", ["omegat", "weblate", "po"])
def test_what_is_not_allowed_is_not_offered(name: str) -> None:
    write = formats()[name].write
    assert write
    made = write([Concept("c1", (Term("port", "en"), Term("Hafen", "de"), Term("Haven", "de", D)))], [])
    assert b"Hafen" in made.data and b"Haven" not in made.data
    assert "“Haven” (de, deprecated)" in [what for _, what in made.lost]


# --- commands


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["glossary", *arguments])
    return result.exit_code, result.output


def test_a_list_without_languages_is_imported_with_them(tmp_path: Path) -> None:
    into = str(tmp_path / "g.yaml")
    source = str(FILES / "ports-de.csv")
    code, output = run("import", source, "--into", into)
    assert code == 2 and "give --source-language" in output and "--target" not in output
    assert run("import", source, "--into", into, "-s", "??")[0] == 2
    assert run("import", source, "--into", into, "-s", "en", "-t", "fr")[0] == 2
    assert not Path(into).exists()
    code, output = run("import", source, "--into", into, "-s", "en")
    assert code == 0 and "3 added" in output and "left out: 1 fuzzy, 1 untranslated" in output
    text = Path(into).read_text("utf-8")
    assert "x-source" not in text and "x-target" not in text
    assert len(read_file(into)) == 3


@pytest.mark.parametrize("name", OWN)
def test_a_file_that_was_exported_is_imported(name: str, tmp_path: Path) -> None:
    glossary, into = tmp_path / "g.yaml", tmp_path / "again.yaml"
    glossary.write_text("concepts:\n- id: c1\n  terms: {en: port, de: Hafen}\n", encoding="utf-8")
    file = str(tmp_path / f"g.en-de{formats()[name].suffixes[0]}")
    code, output = run("export", str(glossary), "-o", file, "--to", name)
    assert code == 0, output
    code, output = run("import", file, "--into", str(into))
    assert code == 0, output
    (concept,) = read_file(str(into))
    assert terms(concept) == [("port", "en", P), ("Hafen", "de", P)]


def test_a_long_list_is_remembered_in_the_format_it_was_read_in(tmp_path: Path) -> None:
    file = str(tmp_path / "g.csv")
    data = ("source,target\n" + "".join(f"{'a' * 40}{n},b{n}\n" for n in range(2000))).encode()
    assert len(parsed(file, data, "csv")) == 2000
    assert len(parsed(file, data, "omegat")) == 2001, "OmegaT knows no header"
    assert len(parsed(file, data, "csv")) == 2000


@pytest.mark.parametrize("command", [import_.command, export.command])
def test_the_formats_that_a_help_names_are_those_there_are(command: Callable[..., None]) -> None:
    listed = re.search(r"Formats: ([^.]*(?:\.\S[^.]*)*)\.\s", (command.__doc__ or "") + " ")
    assert listed
    names = set(re.sub(r"\([^)]*\)| in all its kinds", "", listed[1]).replace(",", " ").split())
    side = "read" if command is import_.command else "write"
    there = {name for name, form in formats().items() if getattr(form, side)}
    if "tbx" not in there or side == "read":
        names = {name for name in names if not name.startswith("tbx")}
        there = {name for name in there if not name.startswith("tbx")}
    assert names == there
