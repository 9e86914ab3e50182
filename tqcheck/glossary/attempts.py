"""What a finder looks for in a text and how far it gets, told for people; finding itself is `finder`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.glossary.concept import Concept, Term
from tqcheck.glossary.finder import Against, Finder, Form, Level, akin
from tqcheck.language.function_words import function_words
from tqcheck.language.tags import primary
from tqcheck.language.words import Word
from tqcheck.model.text import Span, Text

ORDER = list(Level)
"""The surest first."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A term that is found, or of which no more than a part is."""

    concept: Concept
    term: Term
    form: str
    """What was looked for: the term or a declared form."""
    stems: tuple[str, ...]
    """Its words' stems; empty for a term that is looked for by its letters, such as C++."""
    span: Span
    """As far as it goes."""
    level: Level | None
    """None where it is not found."""
    against: str = ""
    """Why it is not, in words."""


def attempts(finder: Finder, text: Text, found: Sequence[Word], stems: Sequence[str]) -> list[Attempt]:
    """Every term the text (its words and stems given) has or begins to have, by place; the found ones at each of theirs.

    A term that is found nowhere comes once, where most of it is.
    """
    whole: dict[tuple[int, Span], Attempt] = {}
    parts: dict[int, Attempt] = {}
    for each in (
        *_by_letters(finder, text),
        *_by_stems(finder, text, found, stems),
        *_by_look(finder, text, found, stems),
    ):
        if each.level:
            whole[id(each.term), each.span] = min(each, whole.get((id(each.term), each.span), each), key=_rank)
        else:
            parts[id(each.term)] = min(parts.get(id(each.term), each), each, key=_rank)
    matched = {term for term, _ in whole}
    made = [*whole.values(), *(each for term, each in parts.items() if term not in matched)]
    return sorted(made, key=lambda each: (each.level is None, each.span.start, each.span.start - each.span.end))


def _rank(attempt: Attempt) -> tuple[int, int]:
    """The surer, then the longer, is the better one."""
    level = ORDER.index(attempt.level) if attempt.level else len(ORDER)
    return level, attempt.span.start - attempt.span.end


def _by_letters(finder: Finder, text: Text) -> Iterator[Attempt]:
    for pattern, concept, term in finder.symbols:
        for hit in pattern.finditer(text.prose):
            yield Attempt(concept, term, term.text, (), Span(*hit.span()), Level.EXACT)


def _by_stems(finder: Finder, text: Text, found: Sequence[Word], stems: Sequence[str]) -> Iterator[Attempt]:
    common = function_words(primary(finder.language))
    for at, key in enumerate(stems):
        for form in finder.forms.get(key, ()):
            pairs = zip(form.stems, stems[at:], strict=False)
            fits = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(form.stems), len(stems) - at))
            span = Span(found[at].start, found[at + fits - 1].end)
            if fits == len(form.stems):
                judged = finder.judged(form, found[at : at + fits], text.plain)
                yield _judged(form, span, judged)
            elif fits > 1 or found[at].text.casefold() not in common:
                yield _judged(form, span, _broken_off(form, fits, found[at + fits :], stems[at + fits :]))


def _judged(form: Form, span: Span, judged: Level | Against | str) -> Attempt:
    level = judged if isinstance(judged, Level) else None
    text = " ".join(form.words) if form.declared else form.term.text
    return Attempt(form.concept, form.term, text, form.stems, span, level, "" if level else str(judged))


def _broken_off(form: Form, at: int, after: Sequence[Word], stems: Sequence[str]) -> str:
    wanted = _told(form.words[at], form.stems[at])
    return f"{wanted} does not follow; " + (f"{_told(after[0].text, stems[0])} does" if after else "the text ends")


def _told(word: str, stem: str) -> str:
    return f"“{word}”" if stem == word.casefold() else f"“{word}” (stem {stem})"


def _by_look(finder: Finder, text: Text, found: Sequence[Word], stems: Sequence[str]) -> Iterator[Attempt]:
    """Terms whose letters stand in the text, or whose first word looks like one of its words."""
    folded = text.plain.casefold()
    plain = folded if len(folded) == len(text.plain) else text.plain
    for concept, term in finder.terms:
        if (at := plain.find(term.text.casefold())) >= 0:
            span = Span(at, at + len(term.text))
            if text.protects(span):
                why = "it stands in protected text: code, a link, a tag or a placeholder"
            elif len(term.text) > 3 and not (plain[at - 1 : at].isalnum() and plain[span.end : span.end + 1].isalnum()):
                why = "it stands inside a longer word, or in another case"
            else:
                continue
            yield Attempt(concept, term, term.text, (), span, None, why)
    words = [(word, word.text.casefold(), stem) for word, stem in zip(found, stems, strict=True)]
    for key, forms in finder.forms.items():
        for form in forms:
            first = form.words[0].casefold()
            for word, here, stem in words:
                if stem != key and len(first) > 3 and akin(first, here, False) and akin(here, first, False):
                    span = Span(word.start, word.end)
                    why = f"{_told(word.text, stem)} and {_told(form.words[0], key)} have not the same stem"
                    yield _judged(form, span, why)
