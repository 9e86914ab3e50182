"""Which languages a document is in: the option beats the file, the file beats detection."""

from __future__ import annotations

from dataclasses import dataclass

from tqcheck.language.detect import detect, is_evident
from tqcheck.language.tags import canonical, primary
from tqcheck.model.finding import Notice
from tqcheck.model.segment import Document


@dataclass(frozen=True, slots=True)
class Languages:
    """BCP-47 tags; empty where nobody knows."""

    source: str
    target: str


def resolve(document: Document, source_option: str, target_option: str) -> tuple[Languages, list[Notice]]:
    """The languages of a document, and notices where option, file and text disagree."""
    notices: list[Notice] = []
    target = _one("target", target_option, document.target_language, document.sample, document.path, notices)
    source = _one("source", source_option, document.source_language, document.source_sample, document.path, notices)
    return Languages(source, target), notices


def _one(side: str, option: str, declared: str, sample: str, path: str, notices: list[Notice]) -> str:
    given = option or declared
    if option and declared and primary(option) != primary(declared):
        notices.append(
            Notice("language", f"The file declares its {side} as {declared}; checked as {option}, as asked.", path)
        )
    if given and is_evident(sample, primary(given), _akin(primary(given))):
        return canonical(given)
    found = detect(sample) if sample else ""
    if not given:
        if not found and sample.strip():
            notices.append(Notice("language", f"The {side} language is unclear; give it with --{side}-language.", path))
        return found
    if found and found != primary(given) and found not in _akin(primary(given)):
        notices.append(Notice("language", f"The {side} looks like {found}, but is checked as {given}.", path))
    return canonical(given)


# Pairs that a detector takes for each other in short texts: disagreement inside a group is no news.
CLOSE = (
    "ru uk be bg mk sr",
    "cs sk",
    "da nb no nn sv",
    "id ms",
    "es ca gl pt",
    "hr sr bs sl",
    "hi mr ne",
    "zh ja",
    "nl af",
)


def _akin(language: str) -> frozenset[str]:
    return frozenset(other for group in CLOSE for other in group.split() if language in group.split()) - {language}
