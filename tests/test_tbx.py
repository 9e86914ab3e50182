"""TBX in and out: every kind is read whole, what is written is valid and comes back as it was, hostile files are refused."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from typer.testing import CliRunner

from tqcheck.cli.app import app
from tqcheck.glossary.concept import Concept, GlossaryError, Status, Term
from tqcheck.glossary.formats import yaml_form, yaml_write
from tqcheck.glossary.formats.base import Written
from tqcheck.glossary.formats.registry import formats
from tqcheck.glossary.formats.tbx_read import read
from tqcheck.glossary.formats.tbx_xml import LONGEST
from tqcheck.glossary.raw import raw_of

FILES = Path(__file__).parent / "tbx"
FLAVOURS = ("tbx", "tbx-min", "tbx-core", "tbx-dct", "tbx-min-dct", "tbx-core-dct", "tbx-v2")
V3 = "{urn:iso:std:iso:30042:ed-2}"
MODULE = "http://www.tbxinfo.net/ns/"
SCHEMAS = {style: etree.RelaxNG(etree.parse(FILES / f"core-{style}.rng")) for style in ("dca", "dct")}

PLACES = {
    "subjectField": "min C", "customerSubset": "min CT", "administrativeStatus": "min T", "partOfSpeech": "min T",
    "projectSubset": "basic CT", "source": "basic CLTG", "definition": "basic CL", "context": "basic T",
    "grammaticalGender": "basic T", "geographicalUsage": "basic T", "termLocation": "basic T", "termType": "basic T",
    "transactionType": "basic X", "responsibility": "basic X", "crossReference": "basic CT",
    "externalCrossReference": "basic CT", "xGraphic": "basic CL",
}  # fmt: skip
"""The module of each category and where it may stand: concept, language, term, group of a description, transaction."""
ELEMENTS = {
    "descrip": {"subjectField", "definition", "context"}, "admin": {"customerSubset", "projectSubset", "source"},
    "transac": {"transactionType"}, "transacNote": {"responsibility"}, "ref": {"crossReference"},
    "xref": {"externalCrossReference", "xGraphic"},
    "termNote": {"administrativeStatus", "partOfSpeech", "grammaticalGender", "geographicalUsage", "termLocation", "termType"},
}  # fmt: skip
PICKLISTS = {
    "administrativeStatus": {f"{each}Term-admn-sts" for each in ("preferred", "admitted", "deprecated", "superseded")},
    "partOfSpeech": {"noun", "verb", "adjective", "adverb", "other"},
    "grammaticalGender": {"masculine", "feminine", "neuter", "other"},
    "termType": {"fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"},
    "transactionType": {"origination", "modification"},
}
LETTERS = {"conceptEntry": "C", "termEntry": "C", "langSec": "L", "langSet": "L", "termSec": "T", "tig": "T", "transacGrp": "X"}  # fmt: skip


def written(concepts: list[Concept], name: str = "tbx") -> Written:
    write = formats()[name].write
    assert write is not None
    return write(concepts, ())


def validate(data: bytes, name: str = "tbx") -> Any:
    """The tree of a file that is valid by the core structure and by the constraints of its dialect."""
    root = etree.fromstring(data)
    style = "dct" if name.endswith("dct") else "dca"
    if name != "tbx-v2":
        assert SCHEMAS[style].validate(root), SCHEMAS[style].error_log
    dialect = {"min": {"min"}, "core": set()}.get(name.split("-")[1] if "-" in name else "", {"min", "basic"})
    ids = root.xpath("//@id")
    assert len(set(ids)) == len(ids)
    for element in root.iter("*"):
        local = etree.QName(element).localname
        if target := element.get("target"):
            assert target in ids or target.startswith(("http://", "https://"))
        category = element.get("type", "") if local in ELEMENTS else local if local in PLACES else ""
        if not category:
            continue
        module, places = PLACES[category].split()
        assert module in dialect, f"{category} in {name}"
        if style == "dct":
            assert etree.QName(element).namespace == MODULE + module
        else:
            assert category in ELEMENTS[local]
        parent = element.getparent()
        grouped = etree.QName(parent).localname == "descripGrp"
        letter = LETTERS[etree.QName(parent.getparent() if grouped else parent).localname]
        head = not grouped or parent[0] is element
        assert (letter if head else "G") in places, f"{category} at {letter}"
        assert category not in PICKLISTS or element.text in PICKLISTS[category]
    return root


def same(a: list[Concept], b: list[Concept]) -> None:
    """Whether all that a glossary says of the concepts is the same."""
    assert [raw_of(concept) for concept in a] == [raw_of(concept) for concept in b]
    assert [concept.terms for concept in a] == [concept.terms for concept in b]


def loaded(name: str) -> list[Concept]:
    return list(read((FILES / name).read_bytes(), name))


def terms_of(concept: Concept) -> list[tuple[str, str, str]]:
    return [(term.text, term.language, term.status.value) for term in concept.terms]


def test_version_3_style_dca() -> None:
    """Two customers, inline markup in a term, a tag in small letters, a text over two lines, persons in the back matter."""
    quay, mole = loaded("v3-dca-basic.tbx")
    assert terms_of(quay) == [
        ("quay", "en", "preferred"), ("key", "en", "superseded"), ("cais", "pt-BR", "preferred"),
        ("molhe", "pt-BR", "admitted"),
    ]  # fmt: skip
    assert (quay.id, quay.subject, quay.note) == ("c1", "shipping", "First note.\n\nSecond note.")
    definition = {"text": "A wall along the water, where ships lie.", "source": "Harbour law"}
    assert quay.rest == {
        "transactions": [
            {"type": "origination", "date": "2010-04-17", "responsibility": {"text": "Ada", "target": "p1"}}
        ],
        "customer": ["Harbour Board", "Coast Guard"],
        "graphic": {"text": "quay.png", "target": "https://example.org/quay.png"},
        "cross-reference": {"text": "mole", "target": "c2"},
        "languages": {"en": {"definition": definition}},
    }
    assert quay.terms[0].type == "full form"
    assert quay.terms[0].rest == {
        "id": "t1", "pos": "noun", "geographical-usage": "GB",
        "context": {"text": "She lay at the quay.", "source": "The Times", "note": "Seen twice."},
    }  # fmt: skip
    assert (mole.definition, mole.source, mole.line) == ("A wall into the sea.", "Atlas", 50)
    assert quay.terms[1].line == 41


def test_version_3_style_dct() -> None:
    """A draft's namespace, the Linguist module, a category of nobody's, a part of speech at the language."""
    (quay,) = loaded("v3-dct-draft.tbx")
    assert quay.rest["transactions"] == [{"type": "modification", "date": "2011-01-02", "responsibility": "Bob"}]
    assert quay.rest["languages"] == {"en": {"pos": "noun"}}
    (term,) = quay.terms
    assert (term.text, term.status, term.type) == ("quay", Status.ADMITTED, "short form")
    assert term.rest == {
        "register": "technicalRegister", "reliability-code": "7", "element/colour": {"text": "blue", "shade": "dark"},
        "context": {"text": "At the quay.", "source": "Diary"},
    }  # fmt: skip


def test_core_without_ids() -> None:
    (quay,) = loaded("v3-core.tbx")
    assert quay.id == "v3-core.tbx:5" and quay.rest == {"notes": [{"text": "Ein Vermerk.", "lang": "de"}]}
    assert [(t.text, t.status.value, t.rest) for t in quay.terms] == [
        ("quay", "preferred", {"note": "Plain."}), ("wharf", "admitted", {}),
    ]  # fmt: skip


def test_version_2_of_the_european_union() -> None:
    """Reliability codes, proposed and obsolete terms, a language without terms, a DOCTYPE that is not fetched."""
    (competence,) = loaded("v2-iate.tbx")
    assert competence.subject == "1011;2006"
    assert terms_of(competence) == [
        ("Zuständigkeit", "de", "admitted"), ("competence", "en", "preferred"), ("remit of power", "en", "deprecated"),
        ("puissance", "en", "superseded"),
    ]  # fmt: skip
    assert competence.terms[0].rest == {"administrative-status": "proposedTerm-admn-sts", "reliability-code": "3"}
    assert competence.terms[1].rest == {"reliability-code": "4"}


def test_version_2_of_microsoft() -> None:
    """Terms in groups, with ids of their own that are no names."""
    (archive,) = loaded("v2-microsoft.tbx")
    assert terms_of(archive) == [("archive", "en-US", "preferred"), ("arkivere", "nb-NO", "preferred")]
    assert archive.rest == {"languages": {"en-US": {"definition": "To copy & keep a message."}}}
    assert archive.terms[0].rest == {"id": "27766_1436209", "pos": "Verb"}


def test_version_2_of_translation_tools() -> None:
    """Latin 1, a person as the text of a transaction, a category of their own, statuses nobody lists."""
    (cafe,) = loaded("v2-multiterm.tbx")
    assert cafe.rest == {
        "transactions": [{"type": "origination", "responsibility": "Ada", "date": "2009-03-01T10:00:00"}],
        "descrip/Usage note": "Mind the spelling.",
        "languages": {"fr-FR": {"notes": [{"text": "Une note.", "from": "translator"}]}},
    }
    assert terms_of(cafe) == [
        ("café", "fr-FR", "preferred"), ("caf'", "fr-FR", "deprecated"), ("cafete", "fr-FR", "deprecated"),
        ("bistro", "fr-FR", "preferred"),
    ]  # fmt: skip


def test_the_old_min() -> None:
    (dog,) = loaded("old-min.tbx")
    assert dog.subject == "biology"
    assert terms_of(dog) == [
        ("Hund", "de", "preferred"), ("dog", "en", "preferred"), ("hound", "en", "deprecated"), ("cur", "en", "superseded"),
    ]  # fmt: skip
    assert dog.terms[0].rest == {"pos": "noun"} and dog.terms[1].rest == {"customer": "SAP"}


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("file", sorted(FILES.glob("*.tbx")), ids=lambda file: file.stem)
def test_nothing_is_lost_by_way_of_yaml(file: Path, flavour: str) -> None:
    concepts = list(read(file.read_bytes(), file.name))
    kept = list(yaml_form.read(yaml_write.text(concepts), file.name))
    same(kept, concepts)
    made = written(kept, flavour)
    validate(made.data, flavour)
    again = list(read(made.data, "again.tbx"))
    if file.stem == "v3-core":  # has no ids
        assert again[0].terms == kept[0].terms and again[0].rest == kept[0].rest
    else:
        same(again, kept)
    assert not made.lost


def entry(inner: str, root: str = 'tbx type="TBX-Basic" style="dca" xml:lang="en"') -> bytes:
    return f"<{root}>\n<text><body>\n{inner}\n</body></text>\n</{root.split()[0]}>".encode()


def term(word: str, status: str = "") -> str:
    note = f'<termNote type="administrativeStatus">{status}</termNote>' if status else ""
    return f'<conceptEntry id="c1"><langSec xml:lang="en"><termSec><term>{word}</term>{note}</termSec></langSec></conceptEntry>'


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("preferredTerm-admn-sts", "preferred"), ("preferredTerm", "preferred"), ("preferred", "preferred"),
        ("approvedTerm-admn-sts", "preferred"), ("standardizedTerm-admn-sts", "preferred"),
        ("legalTerm-admn-sts", "preferred"), ("regulatedTerm-admn-sts", "preferred"), ("admitted", "admitted"),
        ("admittedTerm-admn-sts", "admitted"), ("proposedTerm-admn-sts", "admitted"), ("deprecatedTerm", "deprecated"),
        ("deprecatedTermAdmnSts", "deprecated"), ("forbiddenTerm-admn-sts", "deprecated"), ("forbidden", "deprecated"),
        ("notRecommended", "deprecated"), ("not recommended", "deprecated"), ("Deprecated", "deprecated"),
        ("supersededTerm-admn-sts", "superseded"), ("obsolete", "superseded"), ("obsoleteTerm-admn-sts", "superseded"),
    ],
)  # fmt: skip
def test_every_status_that_is_seen(word: str, status: str) -> None:
    (concept,) = read(entry(term("x", word)), "")
    assert concept.terms[0].status == status
    (again,) = read(written([concept]).data, "")
    assert again.terms == concept.terms and again.terms[0].rest == concept.terms[0].rest


def test_of_several_statuses_the_one_that_forbids_counts() -> None:
    two = term("x", "preferred").replace(
        "</termSec>", '<termNote type="administrativeStatus">deprecated</termNote></termSec>'
    )
    (concept,) = read(entry(two), "")
    assert concept.terms[0].status is Status.DEPRECATED
    assert concept.terms[0].rest == {"administrative-status": ["preferred", "deprecated"]}


DEEP = "<a>" * 60 + "</a>" * 60
LANGUAGE = '<langSec xml:lang="en"><termSec><term>x</term></termSec></langSec>'


@pytest.mark.parametrize(
    ("data", "message", "line"),
    [
        (b"", "is empty", None),
        (b"\n \n", "is empty", None),
        (b"not xml", "not well-formed XML: syntax error", 1),
        (b"PK\x03\x04\0\0", "not well-formed XML", 1),
        (entry(term("x"))[:-40], "breaks off in the middle", 3),
        (entry(term("x"))[:60], "breaks off in the middle", 2),
        (entry(term("x"), "html"), "its root is <html>", 1),
        (entry(term("x"), 'tbx type="Basic"'), "unknown dialect, 'Basic'", 1),
        (entry(term("x"), 'TBX dialect="TBX-Max"'), "unknown dialect, 'TBX-Max'", 1),
        (entry(term("x"), 'tbx type="TBX-Min" style="dcx"'), "unknown style, 'dcx'", 1),
        (entry(""), "has no entry", 2),
        (b"<martif type='TBX'><text/></martif>", "has no entry", 1),
        (entry("<conceptEntry/>"), "an entry without a term", 3),
        (entry('<conceptEntry><langSec xml:lang="en"/></conceptEntry>'), "an entry without a term", 3),
        (entry('<conceptEntry><langSec xml:lang="en">\n<termSec/></langSec></conceptEntry>'), "has 0 terms", 4),
        (entry(term(" ")), "empty term", 3),
        (entry(term("<hi> </hi>")), "empty term", 3),
        (entry(term("x").replace(' xml:lang="en"', "")), "without xml:lang", 3),
        (entry(term("x").replace('"en"', '"English"')), "'English' is no language tag", 3),
        (entry(term("x") + "\n" + term("y")), "'c1' stands twice", 4),
        (entry(term("x", "of late")), "'of late' is no status", 3),
        (entry(f"<conceptEntry>{LANGUAGE}{term('y')}</conceptEntry>"), "an entry inside another", 3),
        (entry(f"<conceptEntry>{DEEP}{LANGUAGE}</conceptEntry>"), "more than 40 deep", 3),
        (entry(term("&eacute;")), "undefined entity", 3),
        (b'<!DOCTYPE martif SYSTEM "x.dtd">' + entry(term("&eacute;")), "&eacute;", 3),
        (entry(f"<conceptEntry>{LANGUAGE}<note>tqcheck forms = x</note><note>tqcheck note: y</note></conceptEntry>"), "", 0),
        (entry(f"<conceptEntry><note>tqcheck = {{\"domain\": \"x\"}}</note>{LANGUAGE}</conceptEntry>"), "`domain` is a list", 3),
        (entry(f"<conceptEntry><note>tqcheck = {{\"note\": []}}</note>{LANGUAGE}</conceptEntry>"), "`note` is a text", 3),
        (entry(term("x").replace("</termSec>", "<note>tqcheck case: upper</note></termSec>")), "not 'upper'", 3),
        (entry(term("x").replace("</termSec>", "<note>tqcheck status: odd</note></termSec>")), "'odd' is no status", 3),
        (b'<?xml version="1.0" encoding="x-none"?>' + entry(term("x")), "encoding", 1),
        (b'<?xml version="1.0" encoding="shift_jis"?>' + entry(term("x")), "encoding", 1),
        ("<tbx>é</tbx>".encode("latin-1"), "not well-formed", 1),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(data: bytes, message: str, line: int | None) -> None:
    if not message:
        assert len(list(read(data, "g.tbx"))) == 1
        return
    with pytest.raises(GlossaryError, match=message) as error:
        list(read(data, "g.tbx"))
    assert (error.value.path, error.value.line) == ("g.tbx", line)


BOMB = '<!DOCTYPE tbx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n'
EXTERNAL = '<!DOCTYPE tbx [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n'
PARAMETER = '<!DOCTYPE tbx SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY % a SYSTEM "http://127.0.0.1:9/a">%a;]>\n'


@pytest.mark.parametrize(
    "doctype", [BOMB, EXTERNAL, PARAMETER, "<!DOCTYPE tbx [ ]>", "<!DOCTYPE tbx [<!ELEMENT x ANY>]>"]
)
def test_declarations_are_refused(doctype: str) -> None:
    with pytest.raises(GlossaryError, match="declarations in its DOCTYPE") as error:
        list(read(doctype.encode() + entry(term("&a;")), ""))
    assert error.value.line == 1


def test_a_huge_text_is_refused_and_many_small_ones_are_read() -> None:
    with pytest.raises(GlossaryError, match="longer than"):
        list(read(entry(term("x" * (10 * LONGEST))), ""))
    with pytest.raises(GlossaryError, match="longer than"):
        list(read(entry(term("<hi>x\n</hi>" * LONGEST)), ""))
    many = "".join(term(f"word {n}").replace('"c1"', f'"c{n}"') for n in range(2000))
    assert len(list(read(entry(many), ""))) == 2000


@pytest.mark.parametrize("depth", [30, 60, 3000])
def test_deep_values_in_notes_are_no_harm(depth: int) -> None:
    deep = '{"a":' * depth + "1" + "}" * depth
    (concept,) = read(entry(f"<conceptEntry><note>tqcheck = {deep}</note>{LANGUAGE}</conceptEntry>"), "")
    assert bool(concept.rest) == (depth == 30) and bool(concept.note) == (depth != 30)
    assert list(yaml_form.read(yaml_write.text([concept]), ""))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "cp1252"])
def test_encodings(encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{declared}"?>\n' + entry(term("Zoë&#10;&#32;é")).decode()
    (concept,) = read(text.encode(encoding), "")
    assert concept.terms[0].text == "Zoë\n é"


def test_blanks_of_the_layout_are_told_from_those_of_the_text() -> None:
    note = "<note>\n   one\n   two\nthree&#10;\n   four  &#32;five </note>"
    (concept,) = read(entry(f"<conceptEntry>{note}{LANGUAGE}</conceptEntry>"), "")
    assert concept.note == "one two\nthree\n four  five"


# What is written


def made(**more: Any) -> Concept:
    terms = more.pop("terms", (Term("quay", "en"),))
    return Concept("c1", terms, **more)


def test_what_tqcheck_has_beyond_tbx_goes_into_notes() -> None:
    quay = Term(
        "quay", "en", Status.PREFERRED, "initialism", ("quays", "quay's"), "insensitive", True,
        rest={"pos": "proper noun", "owner": "Ada", "gender": "feminine"},
    )  # fmt: skip
    concept = made(terms=(quay,), domain=("maps", "news"), beside=("ship",), not_beside=("lock | key",))
    root = validate(written([concept]).data)
    notes = [note.text for note in root.iter(V3 + "note")]
    assert notes == [
        "tqcheck domain: maps | news", "tqcheck beside: ship", 'tqcheck = {"not-beside": ["lock | key"]}',
        "tqcheck type: initialism", "tqcheck forms: quays | quay's", "tqcheck case: insensitive",
        "tqcheck do-not-translate: true", "tqcheck pos: proper noun", "tqcheck owner: Ada",
    ]  # fmt: skip
    nearest = {element.get("type"): element.text for element in root.iter(V3 + "termNote")}
    assert nearest == {
        "administrativeStatus": "preferredTerm-admn-sts", "termType": "acronym", "partOfSpeech": "noun",
        "grammaticalGender": "feminine",
    }  # fmt: skip
    same(list(read(written([concept]).data, "")), [concept])


def test_ids_become_names_and_come_back() -> None:
    concepts = [
        Concept(id, (Term("x", "en", rest={"id": own} if own else {}),), rest=rest)
        for id, own, rest in [
            ("12", "", {}), ("a b", "t", {}), ("a_b", "c12", {"cross-reference": "a b"}), ("a:b", "t", {}),
            ("é", "t t", {"cross-reference": {"text": "see", "target": "nowhere"}}),
        ]
    ]  # fmt: skip
    data = written(concepts).data
    root = validate(data)
    assert [each.get("id") for each in root.iter(V3 + "conceptEntry")] == ["c12-2", "a_b-2", "a_b", "a_b-3", "é"]
    assert [each.get("id") for each in root.iter(V3 + "termSec")] == [None, "t", "c12", None, None]
    assert [each.get("target") for each in root.iter(V3 + "ref")] == ["a_b-2"]
    same(list(read(data, "")), concepts)


def test_an_id_that_is_only_a_place_is_not_written() -> None:
    data = written([Concept("g.yaml:3", (Term("x", "en"),), glossary="g.yaml")]).data
    assert next(validate(data).iter(V3 + "conceptEntry")).get("id") is None


def test_levels_and_links() -> None:
    link = "https://example.org/a?b=c&d#e"
    concept = made(
        subject="ships", definition="A wall.", source="Atlas",
        rest={
            "subjects": ["walls", {"text": "sea", "note": "n"}], "definitions": ["Another."], "sources": ["B", "C"],
            "context": "only at terms", "graphic": link, "external-cross-reference": {"text": "see", "target": link},
            "project": "P", "cross-reference": "https://example.org", "languages": {
                "en": {"definition": ["One.", {"text": "Two.", "source": "D", "lang": "en"}], "subject": "s"}, "de": {"note": "n"},
            },
            "transactions": [
                {"date": "2020-02-30", "type": "change", "note": "x"}, {"type": "origination", "responsibility": "c1"},
                {"type": "modification", "date": "2020-02-29", "responsibility": {"text": "Ada", "target": "gone"}},
            ],
        },
    )  # fmt: skip
    for name in FLAVOURS:
        root = validate(written([concept], name).data, name)
        assert not written([concept], name).lost
        same(list(read(written([concept], name).data, "")), [concept])
        if name == "tbx":
            assert [each.get("target") for each in root.iter(V3 + "xref")] == [link, link]
            assert [each.text for each in root.iter(V3 + "date")] == ["2020-02-29"]
            assert not list(root.iter(V3 + "ref"))


def test_what_no_file_can_hold_is_said() -> None:
    concept = made(terms=(Term("qu\x0bay", "en"),), definition="a\x0bb", note="c\ufffed")
    made_ = written([concept])
    assert made_.lost == (("c1", "the control characters of “quay” (en)"),)
    (again,) = read(made_.data, "")
    assert (again.definition, again.note, again.terms[0].text) == ("a\x0bb", "c\ufffed", "quay")
    validate(made_.data)
    deep: Any = "x"
    for _ in range(45):
        deep = [deep]
    (lost,) = written([made(rest={"odd": deep})]).lost
    assert lost == ("c1", "`odd`, which nests too deeply")


def test_only_the_languages_asked_for() -> None:
    concept = made(
        terms=(Term("quay", "en"), Term("Kai", "de"), Term("quai", "fr")),
        rest={"languages": {"fr": {"note": "n"}, "de": {"note": "m"}}},
    )
    write = formats()["tbx"].write
    assert write is not None
    file = write([concept], ["de", "en"])
    assert [each.what for each in file.lost] == [
        "“quai” (fr): its language is not among those asked for", "what is said under languages: fr",
    ]  # fmt: skip
    root = validate(file.data)
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert root.get(lang) == "de" and [each.get(lang) for each in root.iter(V3 + "langSec")] == ["de", "en"]
    with pytest.raises(GlossaryError, match="no term to write"):
        write([concept], ["it"])


@pytest.mark.parametrize("name", FLAVOURS)
def test_what_cannot_be_written(name: str) -> None:
    with pytest.raises(GlossaryError, match="no term to write"):
        written([], name)
    with pytest.raises(GlossaryError, match="needs a real language"):
        written([made(terms=(Term("a", "x-source"), Term("b", "x-target")))], name)
    with pytest.raises(GlossaryError, match="which XML cannot hold"):
        written([made(terms=(Term("\x0b", "en"),))], name)


# Properties

chars = st.characters(codec="utf-8", exclude_categories=("Cs",))
tricky = st.sampled_from(
    ["tqcheck forms: a | b", "tqcheck = {}", 'tqcheck = {"note": "x"}', "a\n\nb", "\n\n", "  x  y ", "a\r\nb", "&#10;<a>]]>", "c1"]
)  # fmt: skip
texts = st.text(chars, min_size=1, max_size=12) | tricky
writable = texts.map(lambda text: "".join(c for c in text if c >= " " and c not in "\ufffe\uffff").strip()).filter(bool)
values = st.recursive(
    texts | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3)
    | st.fixed_dictionaries({"text": texts}, optional={"source": texts, "note": texts, "target": texts, "lang": st.just("de")}),
    max_leaves=5,
)  # fmt: skip
KEYS = (
    "note notes context pos gender location project customer source sources cross-reference graphic definitions subjects "
    "external-cross-reference reliability-code languages transactions owner id date responsibility tqcheck"
).split()
picked = st.sampled_from(["noun", "Noun", "masculine", "modification", "tab", "https://example.org/x", "2020-01-31"])
rests = st.dictionaries(st.sampled_from(KEYS) | texts, values | picked, max_size=4)
listed = st.lists(texts, max_size=3).map(tuple)
terms = st.builds(
    Term, writable, st.sampled_from(["en", "ru", "pt-BR"]), st.sampled_from(Status),
    type=st.sampled_from(["", "full form", "fullForm", "abbreviation", "odd"]), forms=listed,
    case=st.sampled_from(["", "sensitive", "insensitive"]), do_not_translate=st.booleans(),
    rest=rests.map(lambda rest: {k: v for k, v in rest.items() if v and k not in yaml_form.TERM_KEYS}),
)  # fmt: skip
maybe = st.just("") | texts
concepts = st.builds(
    Concept, texts,
    st.lists(terms, min_size=1, max_size=4).map(lambda found: tuple(sorted(found, key=lambda term: term.language))),
    domain=listed, beside=listed, not_beside=listed, subject=maybe, definition=maybe, note=maybe, source=maybe,
    rest=rests.map(lambda rest: {k: v for k, v in rest.items() if k not in yaml_form.CONCEPT_KEYS}),
)  # fmt: skip


@pytest.mark.parametrize("name", FLAVOURS)
@settings(max_examples=50, deadline=None)
@given(found=st.lists(concepts, min_size=1, max_size=3, unique_by=lambda concept: concept.id))
def test_what_is_written_is_valid_and_comes_back(name: str, found: list[Concept]) -> None:
    file = written(found, name)
    assert not file.lost
    validate(file.data, name)
    again = list(read(file.data, ""))
    same(again, found)
    assert written(found, name).data == file.data, "the same glossary makes the same file"


auxiliary = st.sampled_from(["descrip", "admin", "termNote", "ref", "xref", "note", "own", "transac"])
markup = st.builds(
    lambda name, type, target, text: f'<{name}{type}{target}>{text}</{name}>',
    auxiliary,
    st.sampled_from(["", ' type="definition"', ' type="source"', ' type="Usage note"', ' type="partOfSpeech"', ' type="origination"']),
    st.sampled_from(["", ' target="c1"', ' xml:lang="de"', ' id="i"']),
    st.sampled_from(["x", "noun", " two  words\n  more ", "a&#10;&#10;b", "<hi>bold</hi> text", ""]),
)  # fmt: skip
groups = st.builds(
    lambda name, inner: f"<{name}>{''.join(inner)}</{name}>",
    st.sampled_from(["descripGrp", "adminGrp", "transacGrp"]),
    st.lists(markup, max_size=3),
)
bodies = st.lists(markup | groups, max_size=4).map("".join)


@settings(max_examples=100, deadline=None)
@given(bodies, bodies, bodies, st.sampled_from(FLAVOURS))
def test_what_is_read_survives_yaml_and_tbx(at_concept: str, at_language: str, at_term: str, name: str) -> None:
    data = entry(
        f'<conceptEntry id="c1">{at_concept}<langSec xml:lang="en">{at_language}<termSec><term>x</term>{at_term}</termSec>'
        "</langSec></conceptEntry>"
    )
    found = list(read(data, ""))
    kept = list(yaml_form.read(yaml_write.text(found), ""))
    same(kept, found)
    file = written(kept, name)
    assert not file.lost
    validate(file.data, name)
    same(list(read(file.data, "")), found)


# Through the command line


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., tuple[int, str]]]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TQCHECK_CACHE", str(tmp_path / "cache"))

    def ask(*arguments: str) -> tuple[int, str]:
        result = CliRunner().invoke(app, list(arguments))
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result.exit_code, result.output

    yield ask


def test_the_commands(run: Callable[..., tuple[int, str]], tmp_path: Path) -> None:
    harbour = str(FILES / "v3-dca-basic.tbx")
    code, said = run("glossary", "list", harbour)
    assert code == 0 and "quay; key*" in said and "2 of 2 concepts" in said
    assert run("glossary", "import", harbour, "--into", "g.yaml")[0] == 0
    assert "pt-BR:" in Path("g.yaml").read_text("utf-8")
    for name in FLAVOURS:
        code, said = run("glossary", "export", "g.yaml", "-o", f"{name}.tbx", "--to", name, "--strict")
        assert (code, said) == (0, f"2 concepts written to {name}.tbx\n")
        validate(Path(f"{name}.tbx").read_bytes(), name)
        code, said = run("glossary", "import", f"{name}.tbx", "--into", "g.yaml", "--format", "json")
        assert code == 0 and json.loads(said)["same"] == 2
    assert run("glossary", "export", "g.yaml", "-o", "told.tbx")[0] == 0
    assert Path("told.tbx").read_bytes() == Path("tbx.tbx").read_bytes()


def test_a_text_is_checked_against_tbx(run: Callable[..., tuple[int, str]]) -> None:
    Path("g.tbx").write_bytes(written([made(terms=(Term("Kai", "de"), Term("quay", "en"), Term("key", "en", Status.DEPRECATED)))]).data)  # fmt: skip
    Path("a.tsv").write_text("Der Kai ist alt.\tThe key is old.\n", "utf-8")
    code, said = run("check", "a.tsv", "--source-language", "de", "--target-language", "en", "--glossary", "g.tbx")
    assert code == 1 and "term-" in said and "key" in said


def test_the_commands_say_what_is_wrong(run: Callable[..., tuple[int, str]]) -> None:
    Path("broken.tbx").write_bytes(entry(term("x"))[:-9])
    code, said = run("glossary", "list", "broken.tbx")
    assert code == 2 and "broken.tbx:4:8" in said and "breaks off" in said
    Path("pair.csv").write_text("source,target\na,b\n", "utf-8")
    code, said = run("glossary", "export", "pair.csv", "-o", "x.tbx")
    assert code == 2 and "real language" in said and not Path("x.tbx").exists()
