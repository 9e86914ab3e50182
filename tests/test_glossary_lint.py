"""Faults of glossaries: each rule flags and passes, repairs are safe, and nothing that can be read makes it fail."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_glossary_edit import concepts as some_concepts
from typer.testing import CliRunner

from tqcheck.cli.glossary.app import app
from tqcheck.glossary.concept import Concept, Status, Term
from tqcheck.glossary.formats import yaml_write
from tqcheck.glossary.lint.base import Level
from tqcheck.glossary.lint.clean import clean
from tqcheck.glossary.lint.fix import repair, repaired
from tqcheck.glossary.lint.rules import RULES, UNREADABLE, chosen
from tqcheck.glossary.lint.run import faults, linted, read
from tqcheck.glossary.raw import raw_of

SHIPPED = sorted(
    path for kind in ("*.yaml", "*.csv") for path in (Path(__file__).parent.parent / "glossaries").glob(kind)
)
TODAY = date(2026, 1, 1)


def one(entries: str, keys: str = "") -> str:
    """A glossary of one concept with these English entries, from line 6 on."""
    return f"concepts:\n- id: a\n{keys or '  note: n'}\n  terms:\n    en:\n" + "".join(
        f"    - {entry}\n" for entry in entries.split("; ")
    )


def several(*terms: str) -> str:
    """A glossary of concepts c1, c2 …, each on a line of its own from line 2 on."""
    return "concepts:\n" + "".join(f"- {{id: c{n}, {each}}}\n" for n, each in enumerate(terms, 1))


FLAG = [
    ("unreadable", one("{term: x, status: bset}"), (6, 25)),
    ("unreadable", several("terms: {en: x}", "tremes: {en: y}", "terms: {en: z}"), (3, 3)),
    ("unreadable", "ru,en,status\nа,a,\nб,b,bset\n", (3, 0)),
    ("empty-term", one("x; '—'"), (7, 7)),
    ("mixed-script", several("terms: {ru: СОВEТ}"), (2, 24)),
    ("mixed-script", several("terms: {ru: [{term: совет, forms: [сoвета]}]}"), (2, 25)),
    ("apostrophe", one("Cote d`Ivoire"), (6, 7)),
    ("invisible-character", one('"so\\u00adviet"'), (6, 7)),
    ("whitespace", one("'town  council'"), (6, 7)),
    ("whitespace", one("{term: x, forms: ['xs ']}"), (6, 7)),
    ("no-break-space", one('"town\\u00a0council"'), (6, 7)),
    ("trailing-punctuation", one("'town council,'"), (6, 7)),
    ("trailing-punctuation", one("town council."), (6, 7)),
    ("wrong-script", one("совет"), (6, 7)),
    ("long-term", one("a long text " * 10), (6, 7)),
    ("mixed-apostrophes", one("a council's seal; a town's seal; a port’s seal"), (8, 7)),
    ("two-preferred", one("a; {term: b, status: preferred}"), (7, 7)),
    ("nothing-allowed", one("{term: a, status: deprecated}"), (6, 7)),
    ("duplicate-term", one("town; town"), (7, 7)),
    ("duplicate-form", one("{term: town, forms: [towns, towns]}"), (6, 7)),
    ("duplicate-form", one("{term: town, forms: [town]}"), (6, 7)),
    ("short-form-alone", one("{term: UN, type: abbreviation}"), (6, 7)),
    ("untyped-capitals", one("UN"), (6, 7)),
    ("duplicate-id", "id,ru,en\na,порт,port\na,мыс,cape\n", (3, 0)),
    ("duplicate-concept", several("terms: {ru: порт, en: port}", "terms: {ru: порт, en: [haven, Port]}"), (3, 3)),
    ("homograph", several("terms: {ru: ключ, en: key}", "terms: {ru: ключ, en: spring}"), (3, 24)),
    ("homograph", several("terms: {ru: а, en: polish}", "terms: {ru: б, en: Polish}"), (3, 31)),
    ("contradiction", one("town; {term: Town, status: deprecated}"), (7, 7)),
    ("contradiction", one("status quo; {term: status-quo, status: deprecated}"), (7, 7)),
    ("conflict", several("terms: {en: port}", "terms: {en: [haven, {term: port, status: deprecated}]}"), (3, 32)),
    ("unreachable", one("see https://example.org now"), (6, 7)),
    ("unreachable", one("{term: town, forms: ['%s']}"), (6, 7)),
    ("unreachable", one("town (((((((((( council"), (6, 7)),
    (
        "deprecated-inside",
        several("terms: {en: 'old town (((((((((( council'}", "terms: {en: [x, {term: old town, status: deprecated}]}"),
        (2, 24),
    ),
    ("never-applies", one("film observer", "  not-beside: [film]"), (6, 7)),
    ("never-applies", one("observer", "  beside: [film]\n  not-beside: [films]"), (2, 3)),
    ("always-applies", one("film observer", "  beside: [film]"), (6, 7)),
    ("capital-matters", one("Turkey"), (6, 7)),
    ("function-words", one("of the"), (6, 7)),
    ("source-target-table", "source,target\nа,a\n", (2, 0)),
    ("missing-language", several(*[f"terms: {{ru: а{n}, en: b{n}}}" for n in range(9)], "terms: {ru: я}"), (11, 3)),
    ("required-language", several("terms: {ru: а, en-GB: a}", "terms: {ru: б}"), (3, 3)),
    ("replaced-in-a-ring", several("replaced-by: c2, terms: {en: x}", "replaced-by: c1, terms: {en: y}"), (2, 3)),
    ("dead-reference", several("see: c9, terms: {en: x}"), (2, 3)),
    ("dead-reference", several("see: c1, terms: {en: x}"), (2, 3)),
    ("expired", one("{term: town, expires: 2025-01-01}"), (6, 7)),
    ("expired", several("expires: soon, terms: {en: x}"), (2, 3)),
    ("misspelled-key", one("town; {term: borough, staus: deprecated}"), (7, 7)),
    ("misspelled-key", several("defintion: d, terms: {en: x}"), (2, 3)),
]  # fmt: skip
PASS = [
    ("empty-term", one("€; C++; 5")),
    ("mixed-script", several("terms: {ru: [VIP-зал, совет]}")),
    ("apostrophe", one("Côte d'Ivoire; town’s hall")),
    ("invisible-character", several('terms: {fa: "می\\u200cخواهم"}')),
    ("whitespace", one("town council")),
    ("no-break-space", several('terms: {fr: "Qui vive\\u00a0?"}')),
    ("trailing-punctuation", one("Inc.; U.S.; et al.; {term: Assoc., type: abbreviation}")),
    ("wrong-script", one("{term: совет, do-not-translate: true}; café")),
    ("long-term", one("Organization for Democracy and Economic Development")),
    ("mixed-apostrophes", one("town's; port's")),
    ("two-preferred", one("{term: United Towns, status: preferred, type: full form}; {term: UT, status: preferred, type: abbreviation}")),
    ("nothing-allowed", one("a; {term: b, status: deprecated}")),
    ("duplicate-term", one("town; Town")),
    ("duplicate-form", one("{term: town, forms: [towns, town's]}")),
    ("short-form-alone", one("United Nations; {term: UN, type: abbreviation}")),
    ("untyped-capitals", one("{term: UN, type: abbreviation}; A; towns")),
    ("untyped-capitals", "ru,en\nООН,UN\n"),
    ("duplicate-id", "id,ru,en\na,порт,port\nb,мыс,cape\n"),
    ("duplicate-concept", several("domain: sea, terms: {ru: порт, en: port}", "domain: wine, terms: {ru: порт, en: port}")),
    ("homograph", several("beside: [door], terms: {ru: ключ, en: key}", "not-beside: [door], terms: {ru: ключ, en: spring}")),
    ("contradiction", one("{term: town, case: sensitive}; {term: Town, status: deprecated, case: sensitive}")),
    ("contradiction", several("terms: {ru: [Сухум, {term: Сухуми, status: deprecated}]}")),
    ("conflict", several("domain: sea, terms: {en: port}", "domain: wine, terms: {en: [red, {term: port, status: deprecated}]}")),
    ("unreachable", one("C++; «Town»; 5+2 talks; Medvedev–Sarkozy plan; head of the UN; .NET; chargé d'affaires a.i.")),
    ("unreachable", "source,target\nпорт,harbour\n"),
    ("deprecated-inside", several("terms: {en: old town council}", "terms: {en: [x, {term: old town, status: deprecated}]}")),
    ("never-applies", one("observer", "  not-beside: [film]")),
    ("always-applies", one("observer", "  beside: [film]")),
    ("capital-matters", one("{term: Turkey, case: sensitive}")),
    ("function-words", one("IT; the town")),
    ("source-target-table", "ru,en\nа,a\n"),
    ("missing-language", several("terms: {ru: а, en: b}", "terms: {ru: я}")),
    ("required-language", several("terms: {ru: а, en-GB: a}")),
    ("replaced-in-a-ring", several("replaced-by: c2, terms: {en: x}", "terms: {en: y}", "see: c4, terms: {en: z}", "see: c3, terms: {en: w}")),
    ("dead-reference", several("see: [c2, 'https://example.org'], terms: {en: x}", "cross-reference: {target: c1}, terms: {en: y}")),
    ("expired", one("{term: town, expires: 2026-01-02}")),
    ("misspelled-key", one("{term: town, pos: noun, gender: none, context: c, source: s}")),
]  # fmt: skip
BESIDE = {"source-target-table": "ru,en\nа,a\n"}
"""What another file holds that is given too."""


def found(folder: Path, rule: str, content: str) -> list[tuple[str, int, int]]:
    file = folder / ("g.yaml" if content.startswith("concepts:") else "g.csv")
    file.write_text(content, encoding="utf-8")
    other = folder / "h.csv"
    other.write_text(BESIDE.get(rule, "ru,en\nдругое,other\n"), encoding="utf-8")
    paths = [str(file), str(other)] if rule in BESIDE else [str(file)]
    required = ["en"] if rule == "required-language" else []
    return [(f.rule.id, f.line, f.column) for f in faults(paths, chosen([rule], []), TODAY, required)[0]]


@pytest.mark.parametrize(("rule", "content", "place"), FLAG)
def test_a_rule_flags_the_place(tmp_path: Path, rule: str, content: str, place: tuple[int, int]) -> None:
    assert found(tmp_path, rule, content) == [(rule, *place)]


@pytest.mark.parametrize(("rule", "content"), PASS)
def test_a_rule_passes(tmp_path: Path, rule: str, content: str) -> None:
    assert found(tmp_path, rule, content) == []


def test_every_rule_has_a_case_of_each_kind() -> None:
    ids = {rule.id for rule in RULES}
    assert len(ids) == len(RULES)
    assert {rule for rule, *_ in FLAG} == ids
    assert {rule for rule, *_ in PASS} == ids - {UNREADABLE.id}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_shipped_glossaries_have_neither_errors_nor_warnings(path: Path) -> None:
    found, count = faults([str(path)], today=date(2026, 1, 1))
    assert count
    assert [f"{f.line}: {f.message}" for f in found if f.rule.level is not Level.INFO] == []


def test_files_given_together_are_seen_together(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("ru,en\nпорт,port\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("ru,en,id\nпорт,port|harbour,x\n", encoding="utf-8")
    paths = [str(tmp_path / name) for name in ("a.csv", "b.csv")]
    (fault,) = faults(paths)[0]
    assert (fault.rule.id, fault.path, fault.line) == ("duplicate-concept", paths[1], 2)
    assert f"{paths[0]}:2" in fault.message and "replaces" in fault.message


FAULTY = """# Our house style.
concepts:

# --- towns
- id: lern   # the capital
  terms:
    ru: 'Лернь  город'     # no other name
    en:
    - {term: Lern, status: preferred, forms: [Lerns, 'Lerns', Lern]}
    # not this one:
    - {term: "Ler\\u200bnia", status: deprecated, note: "An old map's."}
    - Lern  # again

- id: omm
  terms: {ru: Омм, en: "Omm\\u00a0Isle"}
# an island
- id: copy
  terms: {ru: Омм, en: "Omm\\u00a0Isle"}

- terms: {ru: [мыс, мыс], en: cape}
# the end
"""


def test_repairs_keep_the_layout_and_are_done_once(tmp_path: Path) -> None:
    file = tmp_path / "g.yaml"
    file.write_text(FAULTY, encoding="utf-8")
    done = repair(str(file))
    assert len(done) == 9, done
    text = file.read_text("utf-8")
    (lern, omm, cape) = read(str(file))[0]
    assert [(t.text, t.status.value, t.forms) for t in lern.terms] == [
        ("Лернь город", "preferred", ()), ("Lern", "preferred", ("Lerns",)), ("Lernia", "deprecated", ()),
    ]  # fmt: skip
    assert [t.text for t in (*omm.terms, *cape.terms)] == ["Омм", "Omm Isle", "мыс", "cape"]
    for kept in (
        "# Our house style.",
        "# --- towns",
        "- id: lern   # the capital",
        "# no other name",
        "# not this one:",
        "# an island",
        "# the end",
    ):
        assert kept in text
    assert repair(str(file)) == [] and file.read_text("utf-8") == text
    mending = [rule for rule in RULES if rule.mends]
    assert faults([str(file)], mending)[0] == []


def test_a_file_without_such_faults_is_not_touched(tmp_path: Path) -> None:
    file = tmp_path / "g.yaml"
    file.write_text("concepts: [{id: a, terms: {en: [town, {term: Town, status: deprecated}]}}]", encoding="utf-8")
    before = file.stat().st_mtime_ns
    assert repair(str(file)) == [] and file.stat().st_mtime_ns == before


def test_tables_are_repaired_too(tmp_path: Path) -> None:
    file = tmp_path / "g.csv"
    file.write_text("ru;en;note\nпорт  города;port|port;a\nмыс;cape;b\n", encoding="utf-8")
    assert len(repair(str(file))) == 2
    assert file.read_text("utf-8") == "ru;en;note\nпорт города;port;a\nмыс;cape;b\n"


def test_a_repeated_concept_that_others_name_stays(tmp_path: Path) -> None:
    file = tmp_path / "g.yaml"
    content = several("terms: {en: x}", "terms: {en: x}", "see: c2, terms: {en: y}")
    file.write_text(content, encoding="utf-8")
    assert repair(str(file)) == [] and file.read_text("utf-8") == content


def test_no_comment_is_lost(tmp_path: Path) -> None:
    file = tmp_path / "g.yaml"
    content = one("town; town; # of old; borough").replace("- # of", "# of")
    file.write_text(content, encoding="utf-8")
    assert len(repair(str(file))) == 1 and faults([str(file)])[0] == []
    lines = content.split("\n")
    town = next(n for n, line in enumerate(lines) if line.strip() == "- town")
    assert file.read_text("utf-8") == "\n".join(lines[: town + 1] + lines[town + 2 :])


def test_a_file_that_is_not_read_whole_is_not_repaired(tmp_path: Path) -> None:
    for name, content in (
        ("g.yaml", one("town; town; {term: x, status: bset}")),
        ("g.csv", "id,ru,en\na,порт  города,port\na,мыс,cape\n"),
    ):
        (tmp_path / name).write_text(content, encoding="utf-8")
        assert repair(str(tmp_path / name)) == [] and (tmp_path / name).read_text("utf-8") == content


odd = st.text(st.sampled_from("aбé \t\u00a0\u200b\u200d\u00ad'’`.,—«»(%s)"), min_size=1, max_size=8).filter(str.strip)
odd_terms = st.builds(
    lambda text, language, status, forms: Term(text.strip(), language, status, forms=tuple(forms)),
    odd, st.sampled_from(["en", "en-GB", "ru", "fr"]), st.sampled_from(Status),
    st.lists(odd, max_size=2),
)  # fmt: skip
odd_concepts = st.builds(
    lambda id, terms, beside: Concept(id, tuple(sorted(terms, key=lambda t: t.language)), beside=tuple(beside)),
    st.uuids().map(str), st.lists(odd_terms, min_size=1, max_size=4), st.lists(odd, max_size=1),
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(some_concepts | odd_concepts, max_size=6, unique_by=lambda c: c.id))
def test_whatever_can_be_read_is_linted(made: list[Concept]) -> None:
    once = linted(made, RULES, TODAY, ["en"])
    assert once == linted(made, RULES, TODAY, ["en"])


@settings(max_examples=80, deadline=None)
@given(odd_concepts)
def test_repairing_twice_changes_nothing_more(concept: Concept) -> None:
    raw = raw_of(concept)
    repaired(raw)
    assert repaired(raw) == [] and raw == yaml_write.parse(
        yaml_write.block(yaml_write.laid_out(raw))[2:].replace("\n  ", "\n")
    )
    for term in concept.terms:
        assert clean(clean(term.text, "en"), "en") == clean(term.text, "en")


def run(*args: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["lint", *map(str, args)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def test_exit_codes_and_lines(tmp_path: Path) -> None:
    file = tmp_path / "g.yaml"
    file.write_text(one("town; town"), encoding="utf-8")
    assert run(file) == (
        1,
        f"{file}:7:7: warning duplicate-term: “town” (en) stands twice in a (take one of them out)\n1 warning in 1 concept.\n",
    )
    assert run(file, "--fail-on", "error")[0] == 0
    assert run(file, "--ignore", "warning") == (0, "No faults in 1 concept.\n")
    assert run(file, "--select", "duplicate-trem")[0] == 2
    assert run(file, "--fail-on", "sometimes")[0] == run(file, "--today", "x")[0] == run()[0] == 2
    assert run(tmp_path / "none.yaml")[0] == 2
    told = json.loads(run(file, "--fix", "--format", "json")[1])
    assert told["faults"] == [] and len(told["repaired"]) == 1 and told["concepts"] == 1
    assert run(file, "--require", "en,de", "--format", "json")[0] == 1
    assert [each["rule"] for each in json.loads(run("--rules", "--format", "json")[1])] == [rule.id for rule in RULES]
    assert all(f"{rule.id} ({rule.level})" in run("--rules")[1] for rule in RULES[:3])
