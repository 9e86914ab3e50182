"""Reading glossaries, and finding their terms."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqcheck.glossary.concept import GlossaryError, Status, Termbase
from tqcheck.glossary.finder import Level, Match, Terms
from tqcheck.glossary.formats import yaml_form
from tqcheck.glossary.load import load
from tqcheck.language.protected import protect
from tqcheck.language.stems import stem
from tqcheck.language.words import words
from tqcheck.model.text import Text


def base(folder: Path, *contents: str) -> Termbase:
    paths = []
    for number, content in enumerate(contents):
        suffix = "yaml" if content.lstrip().startswith("concepts:") else "csv"
        file = folder / f"g{number}.{suffix}"
        file.write_text(content, encoding="utf-8")
        paths.append(str(file))
    return load(paths)


def stems(text: Text, language: str) -> list[str]:
    return [stem(word.text, language) for word in words(text.prose)]


def found(terms: Termbase, language: str, sentence: str) -> list[tuple[str, str]]:
    text = Text(sentence, protect(sentence))
    matches: list[Match] = Terms(terms, "ru", language).target.find(text, words(text.prose), stems(text, language))
    return [(m.term.text, sentence[m.span.start : m.span.end]) for m in matches]


def test_yaml(tmp_path: Path) -> None:
    content = """concepts:
- id: council
  subject: politics
  definition: A body.
  responsibility: Ivanova
  terms:
    en:
    - {term: town council, pos: noun, gender: none}
    - {term: borough soviet, status: forbidden}
    ru: городской совет
"""
    (concept,) = base(tmp_path, content)
    assert concept.rest == {"responsibility": "Ivanova"}, "what tqcheck does not use is kept"
    assert [(t.text, t.status) for t in concept.in_language("en-GB")] == [
        ("town council", Status.PREFERRED), ("borough soviet", Status.DEPRECATED),
    ]  # fmt: skip
    assert concept.terms[0].rest == {"pos": "noun", "gender": "none"}
    assert concept.line == 2


def test_a_term_is_text(tmp_path: Path) -> None:
    (concept,) = base(tmp_path, "concepts:\n- id: y\n  terms:\n    en: [2024-01-01, 1984, 1.50]\n")
    assert [term.text for term in concept.terms] == ["2024-01-01", "1984", "1.50"]


def test_csv(tmp_path: Path) -> None:
    terms = base(tmp_path, "ru,en,status,note\nпорт,harbour|port,,quays\nпорт,haven,forbidden,\n")
    (concept,) = terms
    assert [(t.text, t.status) for t in concept.in_language("en")] == [
        ("harbour", Status.PREFERRED), ("port", Status.ADMITTED), ("haven", Status.DEPRECATED),
    ]  # fmt: skip


def test_source_target_table_serves_any_pair(tmp_path: Path) -> None:
    terms = base(tmp_path, "source,target\nпорт,harbour\n")
    assert found(terms, "en", "Two harbours.") == [("harbour", "harbours")]


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        ("concepts:\n- id: a\n  terms:\n    en:\n    - {trem: x}\n", 5, "without `term:`"),
        ("concepts:\n- id: a\n  terms:\n    en:\n    - {term: x, status: best}\n", 5, "no status"),
        ("concepts:\n- id: a\n  terms: {}\n", 2, "needs `terms:`"),
        ("concepts:\n- id: a\n  terms: {en: x}\n- id: a\n  terms: {en: y}\n", 4, "stands twice"),
        ("concepts: [\n", 2, "not valid YAML"),
        ("term,translation\na,b\n", 1, "language tag"),
        ("ru,en\nа,b\n,\n |,| \n", 4, "without a term"),
    ],
)
def test_wrong_glossaries_name_their_line(tmp_path: Path, content: str, line: int, message: str) -> None:
    with pytest.raises(GlossaryError, match=message) as error:
        base(tmp_path, content)
    assert error.value.line == line


def test_yaml_bombs_are_refused(tmp_path: Path) -> None:
    bomb = "concepts:\n- id: a\n  terms: {en: x}\n  note: &a [x,x,x,x,x,x,x,x,x,x]\n"
    file = tmp_path / "g.yaml"
    file.write_text(
        bomb + "".join(f"  n{i}: &b{i} [{','.join(['*' + ('a' if i == 0 else f'b{i - 1}')] * 10)}]\n" for i in range(9))
    )
    with pytest.raises(GlossaryError, match="too many nodes"):  # though reading shares them, writing would not
        load([str(file)])


@pytest.mark.parametrize("content", ["concepts:\n" + "- " * 5000, "concepts: " + "[" * 5000])
def test_deep_yaml_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(GlossaryError):
        base(tmp_path, content)


def test_later_glossaries_win(tmp_path: Path) -> None:
    terms = base(tmp_path, "ru,en\nЛернь,Lern\n", "ru,en,status\nЛернь,Lerne,preferred\nЛернь,Lern,deprecated\n")
    assert [c.preferred("en").text for c in terms if c.preferred("en")] == ["Lerne"]  # type: ignore[union-attr]


TERMS = """ru,en
порт,port
торговый порт,trading port
США,US|IPRM
кошка,cat
мэр,Mayor
глава,head of the IPRM
формат,5+2
"""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The trading ports and a port.", [("trading port", "trading ports"), ("port", "port")]),
        ("Give us the report.", []),
        ("The US and the IPRM met.", [("US", "US"), ("IPRM", "IPRM")]),
        (
            "Head of the IPRM, a head of the IPRM.",
            [("head of the IPRM", "Head of the IPRM"), ("head of the IPRM", "head of the IPRM")],
        ),
        ("A 5 + 2 talk and a 5+2 talk, 5 to 2.", [("5+2", "5 + 2"), ("5+2", "5+2")]),
        ("The mayor came; the Mayor left.", [("Mayor", "mayor"), ("Mayor", "Mayor")]),
        ("A category of cats.", [("cat", "cats")]),
        ("See https://port.example/port and `port`.", [("port", "port")]),
        ("The trading-port fees.", [("trading port", "trading-port")]),
    ],
)
def test_matching(tmp_path: Path, sentence: str, expected: list[tuple[str, str]]) -> None:
    assert found(base(tmp_path, TERMS), "en", sentence) == expected


def test_scripts_without_spaces_have_no_boundary(tmp_path: Path) -> None:
    assert found(base(tmp_path, "ru,zh\nпорт,港口\n"), "zh", "他去了旧港口城市。") == [("港口", "港口")]


def test_levels(tmp_path: Path) -> None:
    terms = Terms(
        base(
            tmp_path,
            "concepts:\n- id: a\n  terms:\n    en:\n    - {term: goose, forms: [geezers]}\n    - {term: harbour}\n",
        ),
        "ru",
        "en",
    )
    text = Text("goose geezers geese harbours")
    assert [m.level for m in terms.target.find(text, words(text.plain), stems(text, "en"))] == [
        Level.EXACT,
        Level.DECLARED,
        Level.STEM,
        Level.STEM,
    ]


def test_conditions(tmp_path: Path) -> None:
    from tqcheck.checks.registry import all_checks
    from tqcheck.testing import example, find

    glossary = "concepts:\n- id: g\n  not-beside: [Atlanta]\n  terms:\n    en:\n    - {term: Sakartvelo}\n    - {term: Georgia, status: deprecated}\n"
    check = all_checks()["term-deprecated"]
    assert find(check, example({"en": "Georgia voted.", "glossary": glossary}, True))
    assert not find(check, example({"en": "Georgia voted in Atlanta.", "glossary": glossary}, False))


def test_domain(tmp_path: Path) -> None:
    terms = base(tmp_path, "ru,en,domain\nпорт,harbour,shipping\nкошка,cat,\n")
    assert Terms(terms, "ru", "en", "computing").target.size == 1
    assert Terms(terms, "ru", "en", "shipping").target.size == 2
    assert Terms(terms, "ru", "en").target.size == 2


def test_elided_words_before_a_term(tmp_path: Path) -> None:
    terms = base(tmp_path, "concepts:\n- id: de\n  terms: {fr: Allemagne}\n- id: ue\n  terms: {fr: Union européenne}\n")
    assert found(terms, "fr", "Hors de l'Allemagne et de l’Union européenne, qu'Allemagne.") == [
        ("Allemagne", "Allemagne"), ("Union européenne", "Union européenne"), ("Allemagne", "Allemagne"),
    ]  # fmt: skip


def test_a_concept_named_under_see_renders_it_too(tmp_path: Path) -> None:
    from tqcheck.checks.context import Context
    from tqcheck.checks.term_missing import CHECK
    from tqcheck.model.segment import Segment

    content = "concepts:\n- id: fr\n  terms: {ru: Франция, en: France}\n- id: french\n  see: fr\n  terms: {ru: французский, en: French}\n"
    context = Context("ru", "en", Terms(base(tmp_path, content), "ru", "en"))

    def missing(source: str, target: str) -> list[object]:
        context.begin()
        return [
            i.values["term"] for i in CHECK.run(Segment("p1", 0, Text(target), Text(source)), CHECK.options(), context)
        ]

    assert missing("Визит президента Франции.", "The visit of the French President.") == []
    assert missing("Французский президент.", "The President of France.") == []
    assert missing("Визит президента Франции.", "The visit of the Italian President.") == ["Франция"]


def test_rows_of_one_id_are_one_concept(tmp_path: Path) -> None:
    table = base(tmp_path, "id,en,status\na,treaty,\na,agreement,deprecated\nb,bank,\n")
    assert [(c.id, [t.text for t in c.terms]) for c in table] == [("a", ["treaty", "agreement"]), ("b", ["bank"])]
    same_term = base(tmp_path, "id,ru,en\na,банк,bank\nb,банк,jar\n")
    assert [c.id for c in same_term] == ["a", "b"], "homographs are concepts of their own"


def test_a_concept_without_terms_is_refused_with_its_place() -> None:
    with pytest.raises(GlossaryError, match="at least one term") as caught:
        list(yaml_form.read("concepts:\n- id: a\n  terms: {en: [], de: []}\n", "g.yaml"))
    assert (caught.value.line, caught.value.column) == (3, 10)
