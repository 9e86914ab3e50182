"""What a reader of the report may decide for the glossary: the forms that a note found, and in which languages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from tqcheck.model.finding import Finding
from tqcheck.model.run import DocumentSummary, Run
from tqcheck.reporters.page.characters import plain
from tqcheck.reporters.page.groups import Group, Places
from tqcheck.reporters.page.labels import language_tag

if TYPE_CHECKING:
    from markupsafe import Markup

CHECKS = ("name-variant", "term-variant", "abbreviation", "term-deprecated", "term-missing", "untranslated")
MOST_WORDS = 4
"""Of an untranslated name; more is a sentence."""


def choices(groups: Sequence[Group], places: Places) -> dict[int, dict[str, Any]]:
    """By the note's number less one: `key` (the same in every report that has the note), `language`, `forms`; besides,
    where there is one, `source` (language and term), `abbreviation`, and `concept` (its id in the glossary) with `listed`:
    the forms whose status the glossary tells."""
    made = {}
    for group in groups:
        document = places.spot(group.first.location).document
        if document is not None and (choice := _choice(group.first, places.documents[document])):
            made[group.number - 1] = choice
    return made


def _choice(finding: Finding, document: DocumentSummary) -> dict[str, Any] | None:
    language = language_tag(document.target_language)
    if finding.check not in CHECKS or not language:
        return None
    excerpt, evidence = finding.location.excerpt, finding.evidence
    if finding.check == "untranslated" and not _is_name(excerpt):
        return None
    forms = list(dict.fromkeys(form for form in _forms(finding) if form.strip() and plain(form) == form))
    identity = "\0".join((finding.check, finding.message, excerpt)).encode("utf-8", "surrogatepass")
    made: dict[str, Any] = {"key": sha256(identity).hexdigest()[:16], "language": language, "forms": forms}
    source = evidence.get("source_term") or (excerpt if finding.check == "untranslated" else "")
    tag = language_tag(document.source_language)
    if evidence.get("concept"):
        matched = (excerpt,) if finding.check == "term-deprecated" else ()
        listed = {evidence.get("preferred"), *(evidence.get("target_terms") or ()), *matched}
        made |= {"concept": str(evidence["concept"]), "listed": [form for form in forms if form in listed]}
    elif tag and source and tag != language and plain(str(source)) == source:
        made["source"] = [tag, source]
    if finding.check == "abbreviation":
        made["abbreviation"] = excerpt
    return made


def _forms(finding: Finding) -> Iterator[str]:
    """The forms of the target language, the one to prefer first."""
    evidence = finding.evidence
    yield from map(str, filter(None, (evidence.get("preferred"), evidence.get("long"))))
    for key in ("target_terms", "forms"):
        found = evidence.get(key)
        if isinstance(found, (list, tuple, dict)):
            yield from map(str, found)
    if finding.location.side == "target":
        yield finding.location.excerpt


def _is_name(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= MOST_WORDS and all(word[0].isupper() for word in words)


def fingerprint(run: Run) -> str:
    """Of the documents, their names and texts: under it the browser keeps what was decided about them."""
    made = sha256()
    for document in run.documents:
        for text in (document.path, *(paragraph.target for paragraph in document.paragraphs)):
            made.update(text.encode("utf-8", "surrogatepass") + b"\0")
    return made.hexdigest()[:16]


def as_json(found: dict[int, dict[str, Any]]) -> Markup:
    """For a script element: nothing in it can end the element."""
    from markupsafe import Markup

    return Markup(json.dumps(found, separators=(",", ":")).replace("<", "\\u003c"))
