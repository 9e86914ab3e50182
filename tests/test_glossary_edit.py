"""Edits of glossary files: the concept's own lines change, all others stay byte for byte."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.glossary.change import Change, ChangeError, TermChange, apply
from tqcheck.glossary.concept import Concept, GlossaryError, Status, Term
from tqcheck.glossary.formats import csv_form, yaml_form, yaml_write
from tqcheck.glossary.raw import raw_of
from tqcheck.glossary.sheets.csv_sheet import CsvSheet
from tqcheck.glossary.sheets.edit import begun, editing
from tqcheck.glossary.sheets.layout import tidy
from tqcheck.glossary.sheets.yaml_sheet import YamlSheet

YAML = """# Our house style.
tqcheck-glossary: 1
subject: places
concepts:

# --- towns

- id: lern   # the capital
  definition: 'A town: on a river.'
  terms:
    ru: Лернь     # no other name
    en:
    - {term: Lern, status: preferred, pos: noun}
    # not this one:
    - {term: Lernia, status: deprecated, note: "An old map's."}

# an island

- id: "omm"
  terms:
    ru:
    - Омм
    - {term: Омма, status: superseded}
    en: Omm
  note: >
    A long note
    in two lines.

- terms: {ru: без имени, en: nameless}
# the end
title: after the list
"""


def read(text: str) -> list[Concept]:
    return list(yaml_form.read(text, "g.yaml"))


def others(text: str, *own: str) -> list[str]:
    """The lines of a text but those that hold one of the given strings."""
    return [line for line in text.split("\n") if not any(each in line for each in own)]


def test_the_blocks_of_a_file_are_its_concepts() -> None:
    sheet = YamlSheet(YAML, "g.yaml")
    assert sheet.ids() == [concept.id for concept in read(YAML)] == ["lern", "omm", "g.yaml:29"]
    assert sheet.text == YAML


def test_a_change_rewrites_its_line_and_no_other() -> None:
    sheet = YamlSheet(YAML, "g.yaml")
    sheet.change("lern", Change(terms=(TermChange("en", "Lernia", Status.SUPERSEDED),)))
    assert others(sheet.text, "Lernia") == others(YAML, "Lernia"), "comments inside the concept too"
    assert '- {term: Lernia, status: superseded, note: "An old map\'s."}' in sheet.text
    assert "A town: on a river" in sheet.text and "# the capital" in sheet.text


def test_a_term_is_added_renamed_and_dropped() -> None:
    sheet = YamlSheet(YAML, "g.yaml")
    sheet.change("omm", Change(terms=(TermChange("en", "Isle of Omm"), TermChange("de", "Omm"))))
    omm = read(sheet.text)[1]
    assert [(t.text, t.language, t.status.value) for t in omm.terms] == [
        ("Омм", "ru", "preferred"), ("Омма", "ru", "superseded"), ("Omm", "en", "preferred"),
        ("Isle of Omm", "en", "admitted"), ("Omm", "de", "preferred"),
    ]  # fmt: skip
    sheet.change("omm", Change(terms=(TermChange("ru", "Омм", becomes="Оммь"), TermChange("de", "Omm", drop=True))))
    assert [t.text for t in read(sheet.text)[1].terms] == ["Оммь", "Омма", "Omm", "Isle of Omm"]
    sheet.change("omm", Change(terms=(TermChange("en", "Omm", drop=True),)))
    assert [(t.text, t.status.value) for t in read(sheet.text)[1].terms][2:] == [("Isle of Omm", "admitted")]
    assert YAML.split('- id: "omm"')[0] == sheet.text.split('- id: "omm"')[0]


def test_one_term_of_a_language_is_preferred() -> None:
    sheet = YamlSheet(YAML, "g.yaml")
    sheet.change("lern", Change(terms=(TermChange("en", "Lernia", Status.PREFERRED),)))
    assert {t.text: t.status.value for t in read(sheet.text)[0].terms if t.language == "en"} == {
        "Lern": "admitted", "Lernia": "preferred",
    }  # fmt: skip


def test_keys_are_set_and_removed_in_their_order() -> None:
    sheet = YamlSheet(YAML, "g.yaml")
    sheet.change("lern", Change(keys={"note": "yes", "domain": ("maps", "news"), "owner": "Ada", "definition": ""}))
    lern = read(sheet.text)[0]
    assert (lern.note, lern.domain, lern.rest, lern.definition) == ("yes", ("maps", "news"), {"owner": "Ada"}, "")
    assert sheet.text.index("domain:") < sheet.text.index("note: 'yes'") < sheet.text.index("terms:"), sheet.text


def test_a_concept_is_added_at_the_end_or_after_another_and_removed() -> None:
    sheet = YamlSheet(YAML, "g.yaml")
    new = Concept("no", (Term("Нет", "ru"), Term("no", "en"), Term("1.50", "en", Status.ADMITTED)), note="a: b # c")
    sheet.add(new, after="lern")
    assert [c.id for c in read(sheet.text)] == ["lern", "no", "omm", "g.yaml:37"]
    assert read(sheet.text)[1].terms == new.terms and read(sheet.text)[1].note == new.note
    sheet.remove("no")
    assert sheet.text == YAML
    sheet.add(new)
    assert sheet.text.index("- id: 'no'") < sheet.text.index("# the end")
    with pytest.raises(ChangeError, match="taken"):
        sheet.add(new)
    with pytest.raises(ChangeError, match="no concept 'x'"):
        sheet.remove("x")


@pytest.mark.parametrize("content", ["concepts: []\n", "concepts:\n", "# head\nconcepts: []  # none yet\ntitle: x\n"])
def test_an_empty_list_takes_its_first_concept(content: str) -> None:
    sheet = YamlSheet(content, "g.yaml")
    sheet.add(Concept("a", (Term("b", "en"),)))
    assert ([c.id for c in read(sheet.text)] == ["a"] and "# head" in sheet.text) or "#" not in content
    sheet.remove("a")
    assert read(sheet.text) == []


@pytest.mark.parametrize("indent", ["", "  ", "    "])
@pytest.mark.parametrize("inner", ["", "  "])
def test_the_layout_of_the_file_is_kept(indent: str, inner: str) -> None:
    content = "concepts:\n" + "".join(
        f"{indent}- id: c{n}\n{indent}  terms:\n{indent}    en:\n{indent}    {inner}- a{n}\n{indent}    {inner}- b{n}\n"
        for n in range(3)
    )
    sheet = YamlSheet(content, "g.yaml")
    sheet.change("c1", Change(terms=(TermChange("en", "n1"),)))
    expected = content.replace(f"{indent}    {inner}- b1\n", f"{indent}    {inner}- b1\n{indent}    {inner}- n1\n")
    assert sheet.text == expected
    sheet.add(Concept("c9", (Term("a9", "en"), Term("b9", "en", Status.ADMITTED))))
    assert sheet.text == expected + content[len("concepts:\n") :].split(f"{indent}- id: c1")[0].replace("0", "9")


def test_windows_lines_and_a_missing_last_break_are_kept() -> None:
    content = "\ufeff" + YAML.replace("\n", "\r\n").split("# the end")[0].rstrip()
    sheet = YamlSheet(content, "g.yaml")
    sheet.add(Concept("z", (Term("z", "en"),)))
    assert sheet.text == content + "\r\n\r\n- id: z\r\n  terms:\r\n    en: z"
    sheet.remove("z")
    assert sheet.text.rstrip() == content


def test_what_cannot_be_edited_is_said() -> None:
    with pytest.raises(GlossaryError, match="that can be edited"):
        YamlSheet("concepts: [{id: a, terms: {en: b}}]\n", "g.yaml")
    sheet = YamlSheet("x: &x {en: b}\nconcepts:\n- id: a\n  terms: *x\n", "g.yaml")
    with pytest.raises(GlossaryError, match="cannot be edited in its place"):
        sheet.change("a", Change(keys={"note": "n"}))
    with pytest.raises(ChangeError, match="no term 'x'"):
        YamlSheet(YAML, "g.yaml").change("omm", Change(terms=(TermChange("en", "x", drop=True),)))
    with pytest.raises(ChangeError, match="at least one term"):
        YamlSheet("concepts:\n- id: a\n  terms: {en: b}\n", "g.yaml").change(
            "a", Change(terms=(TermChange("en", "b", drop=True),))
        )


words = (
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=12)
    .map(str.strip)
    .filter(bool)
)
statuses = st.sampled_from(Status)
terms = st.builds(
    Term, words, st.sampled_from(["en", "ru", "pt-BR"]), statuses, type=st.sampled_from(["", "abbreviation"]),
    forms=st.lists(words, max_size=2).map(tuple), do_not_translate=st.booleans(),
    rest=st.dictionaries(st.sampled_from(["note", "context", "pos"]), words, max_size=2),
)  # fmt: skip
concepts = st.builds(
    Concept, st.uuids().map(str), st.lists(terms, min_size=1, max_size=5).map(lambda found: tuple(sorted(found, key=lambda t: t.language))),
    domain=st.lists(words, max_size=2).map(tuple), definition=st.just("") | words, note=st.just("") | words,
    rest=st.dictionaries(st.sampled_from(["owner", "x-y"]), words, max_size=2),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(concepts, min_size=1, max_size=4, unique_by=lambda c: c.id))
def test_what_is_written_is_what_is_read(made: list[Concept]) -> None:
    text = yaml_write.text(made, "# head\n")
    again = list(yaml_form.read(text, ""))
    assert again == made
    assert [(c.rest, [t.rest for t in c.terms]) for c in again] == [(c.rest, [t.rest for t in c.terms]) for c in made]
    sheet = YamlSheet(text, "")
    assert sheet.ids() == [c.id for c in made]
    sheet.change(made[0].id, Change(keys={"note": "changed"}))
    sheet.change(made[0].id, Change(keys={"note": made[0].note}))
    assert list(yaml_form.read(sheet.text, "")) == made


@settings(max_examples=60, deadline=None)
@given(concepts, statuses, words)
def test_a_change_means_the_same_in_yaml_and_on_plain_values(concept: Concept, status: Status, word: str) -> None:
    change = Change(terms=(TermChange("en", word, status), TermChange("uk", word)), keys={"note": word})
    raw = raw_of(concept)
    apply(raw, change)
    sheet = YamlSheet(yaml_write.text([concept]), "")
    sheet.change(concept.id, change)
    (expected,) = yaml_form.read("concepts:\n" + yaml_write.block(yaml_write.laid_out(raw)), "")
    assert sheet.concept(concept.id) == expected
    assert next(t for t in expected.terms if t.language == "en" and t.text == word).status is status


CSV = 'ru,en,status,note\nЛернь,Lern|Lern Town,preferred,a town\nЛернь,Lernia,deprecated,\n"Омм, остров",Omm,,\n'


def test_a_table_is_edited_row_by_row() -> None:
    sheet = CsvSheet(CSV, "g.csv")
    assert sheet.text == CSV and sheet.ids() == ["g.csv:1", "g.csv:3"]
    sheet.change("g.csv:1", Change(terms=(TermChange("en", "Lernopolis", Status.DEPRECATED),)))
    assert sheet.text == CSV.replace("Lernia,deprecated", "Lernia|Lernopolis,deprecated").replace(
        "deprecated,\n", "deprecated,a town\n"
    )
    sheet.add(
        Concept("new", (Term("пыть", "ru"), Term("pyt", "en")))
        if False
        else Concept("g.csv:9", (Term("пыть", "ru"), Term("pyt", "en")))
    )
    assert sheet.text.endswith("Omm,,\nпыть,pyt,preferred,\n")
    sheet.remove("g.csv:3")
    assert "Омм" not in sheet.text and len(list(csv_form.read(sheet.text, "g.csv"))) == 2


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (Change(terms=(TermChange("de", "x"),)), "language de"),
        (Change(terms=(TermChange("ru", "x", Status.DEPRECATED),)), "deprecated term of ru"),
        (Change(terms=(TermChange("en", "Lern", keys={"forms": ("Lerns",)}),)), "more about 'Lern'"),
        (Change(keys={"owner": "Ada"}), "no such column"),
        (Change(id="town"), "no such column"),
    ],
)
def test_a_table_says_what_it_cannot_hold(change: Change, why: str) -> None:
    sheet = CsvSheet(CSV, "g.csv")
    with pytest.raises(ChangeError, match=why):
        sheet.change("g.csv:1", change)
    assert sheet.text == CSV


def test_quotes_marks_and_lines_of_a_table_are_kept() -> None:
    content = "\ufeff" + '"ru";"en"\r\n"a";"b"\r\n"c";"d"'
    sheet = CsvSheet(content, "g.csv")
    sheet.change("g.csv:2", Change(terms=(TermChange("en", "e"),)))
    assert sheet.text == content[:-4] + ';"d|e"'


ADD = """
import sys
from tqcheck.glossary.concept import Concept, Term
from tqcheck.glossary.sheets.edit import begun, editing
for n in range(25):
    with editing(sys.argv[1]) as edit:
        edit.sheet.add(Concept(f"{sys.argv[2]}{n}", (Term(f"t{n}", "en"),)))
"""


def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "g.yaml"
    file.write_text(YAML, encoding="utf-8")
    writers = [subprocess.Popen([sys.executable, "-c", ADD, str(file), name]) for name in "ab"]
    assert [writer.wait() for writer in writers] == [0, 0]
    assert len(read(file.read_text("utf-8"))) == 3 + 50


def test_a_failed_write_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "g.yaml"
    file.write_text(YAML, encoding="utf-8")

    def broken(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", broken)
    with pytest.raises(OSError, match="No space"), editing(str(file)) as edit:
        edit.sheet.remove("lern")
    assert file.read_text("utf-8") == YAML and [f.name for f in tmp_path.iterdir()] == ["g.yaml"]
    with pytest.raises(ChangeError), editing(str(file)) as edit:
        edit.sheet.remove("lern")
        edit.sheet.remove("lern")
    assert file.read_text("utf-8") == YAML


def test_words_that_yaml_takes_for_values_stay_as_they_are_written() -> None:
    content = (
        "concepts:\n- id: a\n  version: 2.10\n  when: 2001-12-14t21:59:43.10-05:00\n  reach: .INF\n  was: ~\n  of:\n"
        "  old: YES\n  terms:\n    en: True\n    de: [NO, 1984, 1e3, 007, 0x1F]\n    fr: oui\n"
    )
    sheet = YamlSheet(content, "g.yaml")
    sheet.change("a", Change(terms=(TermChange("fr", "oui", keys={"do-not-translate": True}),)))
    assert sheet.text == content.replace("fr: oui", "fr:\n    - {term: oui, do-not-translate: true}")
    assert [t.text for t in read(sheet.text)[0].terms][:2] == ["True", "NO"]


COMMENTED = """concepts:
- id: a  # first
# at the left edge
  terms:   # all of them
    ru: Лернь  # no other
    en:
    # before one
    - one    # beside one
    # before two
    - two
    # before three
    - {term: three,  status: deprecated}   # beside three
    # after three
    de:
    - term: eins
      # inner
      status: deprecated
    - zwei
  note: |
    # of the text
  # last of a
- id: b
  terms: {en: bee}
"""


@pytest.mark.parametrize(
    ("change", "gone"),
    [
        (TermChange("en", "one", drop=True), ["    - one    # beside one", "    - two"]),
        (TermChange("en", "two", drop=True), ["    - two"]),
        (TermChange("en", "three", drop=True), ["    - {term: three,  status: deprecated}   # beside three"]),
        (TermChange("de", "zwei", drop=True), ["    - zwei"]),
        (TermChange("ru", "Лернь", drop=True), ["    ru: Лернь  # no other"]),
        (TermChange("ru", "Лернопыть"), ["    ru: Лернь  # no other"]),
        (TermChange("fr", "un"), []),
    ],
)
def test_no_edit_loses_a_comment_line(change: TermChange, gone: list[str]) -> None:
    sheet = YamlSheet(COMMENTED, "g.yaml")
    sheet.change("a", Change(terms=(change,)))
    stay = [line for line in COMMENTED.split("\n") if line not in gone]
    lines = sheet.text.split("\n")
    assert [line for line in lines if line in stay] == stay, sheet.text
    assert ("# no other" in sheet.text) is not change.drop or change.language != "ru"


def test_a_concept_in_any_spelling_is_found_and_edited() -> None:
    content = (
        'concepts:\n- "id": "a"\n  "terms": {en: one}\n- {id: b, terms: {en: two}}\n- ? id\n  : c\n  terms: {en: three}\n'
        "-   # below\n  id: \"d\\u00e9\"\n  terms: {en: four}\n-   id:  'e''s' # mark\n    terms:   {en: five}\n"
    )
    sheet = YamlSheet(content, "g.yaml")
    assert sheet.ids() == ["a", "b", "c", "dé", "e's"]
    for id in sheet.ids():
        sheet.change(id, Change(terms=(TermChange("en", "more"),)))
    assert [[t.text for t in c.terms] for c in read(sheet.text)] == [
        [text, "more"] for text in ("one", "two", "three", "four", "five")
    ]
    assert "-   # below" in sheet.text or "# below" in sheet.text
    assert "-   id:  'e''s' # mark\n    terms: {en: [five, more]}\n" in sheet.text


def test_a_file_that_is_broken_is_named_with_its_place() -> None:
    sheet = YamlSheet("concepts:\n- id: a\n  terms:\n\ten: one\n", "g.yaml")
    with pytest.raises(GlossaryError, match="not valid YAML") as caught:
        sheet.change("a", Change(terms=(TermChange("en", "b"),)))
    assert (caught.value.line, caught.value.column) == (4, 1)


def test_a_merge_touches_only_what_it_adds_and_keeps_the_comments_of_both() -> None:
    content = COMMENTED + "# before c\n- id: c\n  # of c\n  terms:\n    en: sea   # beside\n    ru: море\n# end\n"
    sheet = YamlSheet(content, "g.yaml")
    sheet.merge("a", ["b", "c"])
    expected = COMMENTED.split("- id: b")[0]
    expected = expected.replace("ru: Лернь  # no other\n", "ru:        # no other\n    - Лернь\n    - море\n")
    expected = expected.replace("    # after three\n", "    - bee\n    - sea\n    # after three\n")
    assert sheet.text == expected + "  # of c\n# before c\n# end\n"
    with pytest.raises(ChangeError, match="itself"):
        sheet.merge("a", ["a"])


def test_what_another_concept_names_is_not_taken_away(tmp_path: Path) -> None:
    file = tmp_path / "g.yaml"
    content = "concepts:\n- id: a\n  note: &n shared\n  terms: &t\n    en: one\n- id: b\n  note: *n\n  terms: *t\n"
    file.write_text(content, encoding="utf-8")
    with editing(str(file)) as edit:
        edit.sheet.change("a", Change(id="c"))
    assert file.read_text("utf-8") == content.replace("id: a", "id: c")
    with pytest.raises(ChangeError, match="names what this one"), editing(str(file)) as edit:
        edit.sheet.remove("c")
    assert file.read_text("utf-8") == content.replace("id: a", "id: c")


@pytest.mark.parametrize(
    ("rows", "line", "why"),
    [
        ('порт,port\nмыс,"cape\nгород,town\n', 3, "a quote that never ends"),
        ("порт,port\nмыс,cape, small\n", 3, "has 3 cells, but its header 2"),
    ],
)
def test_a_table_that_would_lose_something_is_refused(rows: str, line: int, why: str) -> None:
    with pytest.raises(GlossaryError, match=why) as caught:
        list(csv_form.read("ru,en\n" + rows, "g.csv"))
    assert caught.value.line == line


def test_two_writers_that_begin_one_glossary_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "g.yaml"
    exists, asked = Path.exists, []

    def late(place: Path) -> bool:
        """The other writer is done between this one's first look and its lock."""
        known = exists(place)
        if place == file and not asked:
            asked.append(place)
            file.write_text(YAML, encoding="utf-8")
        return known

    monkeypatch.setattr(Path, "exists", late)
    with begun(str(file)) as new, editing(str(file)) as edit:
        edit.sheet.remove("lern")
    assert not new and len(read(file.read_text("utf-8"))) == 2
    asked.clear()
    file.unlink()
    with pytest.raises(ChangeError), begun(str(file)), editing(str(file)) as edit:
        edit.sheet.remove("nothing")
    assert len(read(file.read_text("utf-8"))) == 3, "what another writer began is not taken away"


@pytest.mark.parametrize(
    "file", sorted((Path(__file__).parent.parent / "glossaries").glob("*.yaml")), ids=lambda f: f.stem
)
def test_the_glossaries_that_ship_have_the_usual_layout(file: Path) -> None:
    before = file.read_text("utf-8")
    sheet = YamlSheet(before, str(file))
    tidy(sheet)
    assert sheet.text == before, "run `tqcheck glossary format`"
