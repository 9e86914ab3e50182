"""Terminology as PO, such as poterminology of the Translate Toolkit makes: a msgid is a source term, its msgstr the target.

The context (msgctxt) is taken for the subject, comments of developers (`#.`) for the definition, those of translators
(`# `) for the note; plurals are forms of their terms. The header names the target (`Language`) and may name the source
(`X-Source-Language`). Entries that are fuzzy, obsolete or untranslated are left out: nobody has approved them. What
poterminology writes where files disagree, `one {a.po}; other {b.po}`, is a list of targets once it is no longer fuzzy.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from tqcheck.glossary.concept import Concept, GlossaryError
from tqcheck.glossary.formats.base import Format, Written, decoded, library
from tqcheck.glossary.formats.bilingual import (
    Pair,
    Row,
    gathered,
    in_words,
    pair_in_name,
    pair_to_write,
    tag_or,
    units_of,
    written,
)

BREAKS = re.compile("[\v\f\x1c-\x1e\x85\u2028\u2029]")
"""What polib takes for the end of a line and PO does not."""
OF_FILES = re.compile(r"\s*([^{};]+?) \{[^{}]*\}(?:;|$)")
COUNTED = re.compile(r"\(poterminology\) .*\(\d+\)")
"""Lines of comments in which poterminology counts what it found."""


def read(data: bytes, path: str) -> Iterator[Concept]:
    """The concepts of a file. Raises GlossaryError with the line of what is wrong."""
    parsed = _parsed(data, path)
    named = pair_in_name(path, alone=True)
    pair = Pair(
        tag_or(parsed.metadata.get("X-Source-Language", ""), named.source),
        tag_or(parsed.metadata.get("Language", ""), named.target),
    )
    passed: Counter[str] = Counter()
    rows = list(_rows(parsed, passed))
    if passed and not rows:
        raise GlossaryError(f"has no entry that is translated and approved: {in_words(passed)}", path)
    yield from gathered(rows, pair, path)


def left_out(data: bytes, path: str) -> str:
    """In words; empty for nothing. Raises GlossaryError."""
    passed: Counter[str] = Counter()
    for _ in _rows(_parsed(data, path), passed):
        pass
    return in_words(passed)


def _parsed(data: bytes, path: str) -> Any:
    polib = library("polib", "po", path)
    text = BREAKS.sub(" ", decoded(data, path))
    try:
        return polib.pofile("\n" + text)  # with a break at its head no text is taken for the name of a file
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:  # what polib raises for broken files
        line = re.search(r"\(?line (\d+)\)?", str(error))
        why = re.sub(r"^.*?\(line \d+\):? ?", "", str(error))
        raise GlossaryError(
            f"is not valid PO: {why or 'syntax error'}", path, int(line[1]) - 1 if line else None
        ) from error


def _rows(parsed: Any, passed: Counter[str]) -> Iterator[Row]:
    for entry in parsed:
        targets = (
            [entry.msgstr] if not entry.msgid_plural else [entry.msgstr_plural[n] for n in sorted(entry.msgstr_plural)]
        )
        targets = [target.strip() for target in targets]
        if entry.obsolete:
            passed["obsolete"] += 1
        elif "fuzzy" in entry.flags:
            passed["fuzzy"] += 1
        elif not targets or not targets[0]:
            passed["untranslated"] += 1
        else:
            note = "\n".join(line for line in entry.tcomment.split("\n") if not COUNTED.fullmatch(line.strip()))
            source, context = entry.msgid.strip(), entry.msgctxt or ""
            about = {"subject": context, "definition": entry.comment, "note": note.strip()}
            plural = [entry.msgid_plural.strip()] if entry.msgid_plural else []
            for target in _alternatives(targets[0]):
                yield Row(
                    source, target, entry.linenum - 1, (source, context), about=about,
                    of_source={"forms": plural}, of_target={"forms": list(dict.fromkeys(filter(None, targets[1:])))},
                )  # fmt: skip


def _alternatives(target: str) -> list[str]:
    found = OF_FILES.findall(target)
    return found if found and not OF_FILES.sub("", target).strip() else [target]


def write(concepts: Sequence[Concept], languages: Sequence[str]) -> Written:
    """The file: an entry for each source term, with its preferred target, for PO has one."""
    polib = library("polib", "po", "")
    pair = pair_to_write(concepts, languages, "PO")
    made = polib.POFile(wrapwidth=0)
    made.metadata = {
        "Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit", "Language": pair.target,
        "MIME-Version": "1.0", "X-Source-Language": pair.source,
    }  # fmt: skip
    for concept, source, target in units_of(concepts, pair):
        made.append(
            polib.POEntry(
                msgid=_clean(source.text), msgstr=_clean(target.text), msgctxt=_clean(concept.subject) or None,
                comment=_clean(concept.definition), tcomment=_clean(concept.note),
            )
        )  # fmt: skip
    return written(f"{made}\n".encode(), concepts, pair, read, "PO")


def _clean(text: str) -> str:
    return BREAKS.sub(" ", text.replace("\0", ""))


FORMATS = (
    Format("po", "Terminology in PO", (".po", ".pot"), read=read, write=write, left_out=left_out),
)  # fmt: skip
