"""A sentence lacks its subject or its verb because the source language can do without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.checks.base import Context, Needs, SegmentCheck
from tqcheck.language.english_verbs import (
    BASES,
    FINITE_AUXILIARIES,
    PASTS_ONLY,
    is_participle,
    is_past,
    is_singular_present,
)
from tqcheck.language.lazy import lazy
from tqcheck.language.words import Word
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment
from tqcheck.model.text import Span

REPORTS = frozenset(
    "declare state emphasise emphasize stress announce report claim underline assert argue add allege conclude insist affirm warn "
    "reiterate highlight proclaim acknowledge inform indicate recognise recognize predict reaffirm comment".split()
)
"""Reporting verbs that hardly ever give an order together with “that” (unlike note, remember, suppose, hope)."""
REPORTED = frozenset(
    "said noted added stressed emphasised emphasized stated announced declared reported claimed recalled underlined pointed asserted "
    "argued explained warned insisted believed thought says notes adds stresses emphasises emphasizes states announces declares "
    "reports claims recalls underlines asserts argues explains warns insists believes thinks considers hopes".split()
)
SINGULARS = {
    "lives": "in with at near", "works": "in as at for with", "worked": "in as at for with", "graduated": "from in with", "serves": "as in",
    "served": "as in", "consists": "of", "consisted": "of", "belongs": "to", "belonged": "to", "depends": "on", "lived": "in with at near",
    "aims": "to at", "aimed": "at", "contains": "a the many several", "includes": "a the many several", "participated": "in",
    "participates": "in", "took": "part", "takes": "part", "entered": "into the", "came": "to into", "went": "to",
    "teaches": "at in", "studies": "at in", "studied": "at in", "wished": "them him her", "invited": "them him her the", "wants": "to", "wanted": "to", "intends": "to", "plans": "to", "needs": "to", "continues": "to", "began": "to", "became": "a the",
    "becomes": "a the", "has": "a the no many great several two three four five six seven its", "had": "a the no many several to", "is": "a the one not", "was": "a the one not",
    "received": "a the", "gave": "a the", "gives": "a the", "made": "a the it", "makes": "it a", "refused": "to", "refuses": "to",
    "agreed": "to on", "decided": "to on", "promised": "to", "tried": "to", "managed": "to", "arrived": "in at", "visited": "the a",
    "met": "with", "meets": "with", "discussed": "the", "signed": "the a", "allows": "to the us you", "helps": "to the", "requires": "a the",
    "appeared": "in on", "appears": "in on", "remains": "a the in", "remained": "a the in", "provides": "for a the",
}  # fmt: skip
"""A finite verb at the head of a sentence, with what must come next for it to be one."""
SINGULAR_NEXT = {word: frozenset(text.split()) for word, text in SINGULARS.items()}
ADVERBS = frozenset("not also already still now then once only never soon later thus therefore".split())
STATES = frozenset(
    "necessary possible impossible important clear known obvious evident likely difficult easy planned expected worth".split()
)
"""“Is necessary to …”: the empty “it” is missing."""
EMPTY = lazy(
    r"(?:Seems|Appears|Turned out|Turns out|Follows|Can be (?:seen|said|concluded|assumed)|Should be noted|Must be said) that "
)
CONJUNCTIONS = {
    "if": "press click want need have go come see use choose select", "when": "arrived came went saw entered got press click came returned",
    "because": "was is were are has have had wanted", "although": "was is has had", "after": "arrived came went",
}  # fmt: skip
CONJUNCTION_NEXT = {word: frozenset(text.split()) for word, text in CONJUNCTIONS.items()}
"""A conjunction with its verb and nothing between: the subject is missing (“when asked” and “if needed” are participles)."""
SUBJECTS = frozenset("i he she we they".split())
NEW_PHRASE = frozenset("the a an no very without two three four five many".split())
"""Where one of these directly follows a noun and no verb stands anywhere, a verb is missing between."""
COUNTS = frozenset("no two three four five many without".split())
ATTACHES = frozenset(
    "all both half such what only not even just exactly almost about around quite rather many per till until like up out down off away back".split()
)
NO_GERUND = frozenset(
    "during nothing something everything anything king spring evening morning beijing string wing thing building according regarding "
    "concerning including excluding following notwithstanding pending barring considering depending amazing interesting exciting "
    "thanking looking hoping wishing speaking kidding sterling reading clothing wedding housing meeting training".split()
)
STARTS = frozenset("the a an such its their these this our his her in on at".split())
PREDICATED = STARTS | frozenset("my your yesterday because here there now today between".split())
"""Sentences that begin otherwise without a verb are mostly exclamations, answers or orders."""
LEADS = frozenset(
    "the a an this that these those its their his her our my your of in on at by for with from to into between among against about under "
    "over through during within without as and or nor but than per both all many several some other such most more each every no any two "
    "three four five six seven eight nine ten first second third last next new main joint common good great own old big small high low "
    "long short long-term very too rather quite highly".split()
)
"""After these a word is no finite verb."""
FOLLOWS = frozenset(
    "of in on at by for with from to into between among against about under over through during within without as and or than".split()
)
MODIFYING = ("al", "ic", "ive", "ous", "ful", "able", "ible", "ian", "ish", "ary", "ese", "ional", "less", "'s", "ern")
ADJECTIVES = frozenset(
    "important significant different recent current permanent relevant independent urgent various certain".split()
)
NOUNS = frozenset(
    "republic public topic traffic music critic clinic fabric arctic capital general proposal approval journal hospital arrival festival "
    "trial deal goal meal official criminal professional individual animal manual signal material initiative executive detective motive "
    "representative objective alternative narrative native secretary library anniversary territory military summary salary diary "
    "table variable cable concern pattern finish dish librarian historian politician physician technician guardian civilian musician "
    "russian ukrainian georgian armenian italian canadian christian fish british spanish polish turkish chinese japanese english school "
    "rival withdrawal survival cardinal terminal principal ideal metal crystal refusal renewal referral removal logic mechanic epidemic "
    "pandemic olympic cosmic adversary commentary documentary boundary primary january february".split()
)
"""Nouns with an adjective's ending: a verb may follow."""
DEMONSTRATIVES = frozenset(
    "this that these those all both many some each every other any most more two three no".split()
)
RELATIVES = frozenset("that what who which whom whose where when how why".split())
PRONOUNS = frozenset("i you he she it we they who which there that what whose whom".split())
QUOTES = lazy(r"[\"“”«»„]")
INFORMAL = lazy(r"\b(?:I|me|my|you|your)\b|[!?]|\b(?:I|you|we)['’]", re.I)
TO_READER = lazy(r"\b(?:I|me|my|you|your|please)\b", re.I)
ALONE = frozenset({"that-alone", "certain", "missing"})
"""What needs no full sentence beside it to be sure."""
BREAKS = lazy(r"[:;–—…\d()/•\n\ufffc]")


@dataclass(frozen=True, slots=True)
class Options:
    verbless: bool = True
    """Judge long sentences without any verb; set to false for texts whose style has them."""
    least: int = 7
    """Words from which on a sentence without any verb is judged."""


def run(segment: Segment, options: Options, context: Context) -> Iterator[Issue]:
    if segment.kind != "prose":
        return
    prose = context.prose(segment.target)
    sentences = context.sentences(segment.target)
    found = context.words(segment.target)
    if len(found) < 4:
        return
    parts: list[list[Word]] = []
    at = 0
    for sentence in sentences:
        start = at
        while at < len(found) and found[at].start < sentence.end:
            at += 1
        parts.append(found[start:at])
    around = _Around(prose, sentences, parts)
    quoted = bool(QUOTES.search(prose))
    opened = 0
    for number, (sentence, words) in enumerate(zip(sentences, parts, strict=True)):
        text = prose[sentence.start : sentence.end]
        inside = opened > 0
        if quoted and QUOTES.search(text):
            opened = _still_open(text, opened)
            continue
        if inside or len(words) < 4 or text[-1] != "." or text[0] != words[0].text[0] or not text[0].isupper():
            continue
        if words[0].text.isupper() and len(words[0].text) > 1:
            continue
        folded = [word.text.casefold().replace("’", "'") for word in words]
        message = _judge(text, words, folded, options)
        if message and (message in ALONE or around.full(number, message)):
            span, key = _span(words, sentence, message)
            yield Issue(key, span, {"word": words[0].text}, confidence=0.5 if key == "no-verb" else None)


def _still_open(text: str, opened: int) -> int:
    """Whether a quotation is open after a sentence: 1 or 0."""
    opened += text.count("“") + text.count("«") + text.count("„") - text.count("”") - text.count("»")
    return max(min(opened + text.count('"') % 2 if not opened else opened - text.count('"') % 2, 1), 0)


def _span(words: Sequence[Word], sentence: Span, message: str) -> tuple[Span, str]:
    if message in {"no-verb", "participle", "missing"}:
        return sentence, "no-verb"
    if message == "after-conjunction":
        return Span(words[0].start, words[1].end), "no-subject"
    return Span(words[0].start, words[0].end), "no-subject"


def _judge(text: str, words: Sequence[Word], folded: Sequence[str], options: Options) -> str:
    first, second = folded[0], folded[1]
    if first in REPORTS and second == "that":
        return "that" if any(_finite(folded, at) for at in range(2, len(folded))) else "that-alone"
    if first in REPORTED and (second == "that" or folded[1:3] == ["out", "that"]):
        return "subject"
    at = 1
    while at < len(folded) - 1 and (folded[at] in ADVERBS or folded[at].endswith("ly")):
        at += 1
    if EMPTY.match(text):
        return "certain"
    if (
        first in {"was", "is"}
        and folded[at] in STATES | {"decided", "agreed"}
        and folded[at + 1 : at + 2] in (["to"], ["that"])
    ):
        return "certain"
    if second in CONJUNCTION_NEXT.get(first, ()):
        return "after-conjunction"
    if (
        first == "then"
        and second not in {"put", "set", "cut", "let", "left"}
        and is_past(second)
        and not second.endswith(("own", "een"))
    ):
        return "subject" if folded[2] in {"it", "the", "a", "him", "her", "them", "his"} else ""
    if first in {"was", "were", "is", "are"} and is_participle(folded[at]) and folded[at] not in {"left", "put", "set"}:
        return "subject"
    if first in {"has", "have", "had"} and is_participle(folded[at]) and folded[at] not in {"done", "had"}:
        return "subject"
    if first in {"will", "can", "could", "must", "would", "should", "cannot"} and (
        folded[at] == "be" or (folded[at] in BASES and folded[at] not in {"power", "need"})
    ):
        return "subject" if words[at].text.islower() else ""
    if first in SINGULAR_NEXT and second in SINGULAR_NEXT[first]:
        return "subject" if first in {"is", "was"} else "note"
    if (
        options.verbless
        and (first in SUBJECTS or first in PREDICATED)
        and not BREAKS.search(text[:-1])
        and "," not in text
        and _predicate_missing(folded)
    ):
        return "missing"
    if INFORMAL.search(text) or BREAKS.search(text[:-1]) or len(folded) < options.least:
        return ""
    if any(word in PRONOUNS or word in FINITE_AUXILIARIES for word in folded):
        return ""
    if first.endswith("ing") and len(first) > 5 and first not in NO_GERUND:
        return "participle" if not any(_finite(folded, at) for at in range(1, len(folded))) else ""
    if options.verbless and first in STARTS:
        return "no-verb" if not any(_finite(folded, at) for at in range(1, len(folded))) else ""
    return ""


def _predicate_missing(folded: Sequence[str]) -> bool:
    """“He a teacher here.”, “The aim of the visit the signing of a pact.”: two phrases side by side and no verb at all."""
    if any(_finite(folded, at) for at in range(1, len(folded))) or any(word in RELATIVES for word in folded):
        return False
    if any(
        word.endswith("ing") and word not in NO_GERUND and folded[at] not in LEADS for at, word in enumerate(folded[1:])
    ):
        return False  # “a lamp lighting up the room”: a picture, and good style
    if folded[0] in SUBJECTS:
        return folded[1] in FOLLOWS | NEW_PHRASE and not any(word in SUBJECTS for word in folded[1:])
    if folded[0] == "the" and (folded[1].endswith("er") or folded[1] in {"more", "less"}):
        return False  # “The sooner the better.”
    staged = folded[0] in FOLLOWS  # “In the corner a tall clock.” sets a scene; “In the house no light.” does not.
    for at in range(2, len(folded) - 1):
        before = folded[at - 1]
        if staged and folded[at] not in COUNTS:
            continue
        if folded[at] in NEW_PHRASE and not (
            before in LEADS or before in ATTACHES or before in ADVERBS or before.endswith(("ing", "ly"))
        ):
            if folded[at] == "very" and before.endswith(MODIFYING):
                continue
            return True
    return False


def _finite(folded: Sequence[str], at: int) -> bool:
    """Whether a word may be a finite verb where it stands: generous, for silence is the safe side."""
    word, before = folded[at], folded[at - 1]
    if word in FINITE_AUXILIARIES:
        return True
    if at == 1 and before in {"this", "that"} and word.endswith("s"):
        return True  # “This documents the format.”
    if word in PASTS_ONLY:
        return True
    if word in LEADS or (
        before in LEADS
        and not (before in DEMONSTRATIVES and (is_singular_present(word) or (at == 1 and is_past(word))))
    ):
        return False  # “of support”, “the signed agreement”; but “this helps”
    if before in ADJECTIVES or (before.endswith(MODIFYING) and before not in NOUNS):
        return False  # “of common interests”
    after = folded[at + 1] if at + 1 < len(folded) else ""
    if is_past(word) or is_singular_present(word) or word in BASES:
        return True
    # An unknown word between a noun and a new phrase: a plural may be a verb, and a plural before it may be its subject.
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")):
        return after not in FOLLOWS and after != ""
    return before.endswith("s") and not before.endswith(("ss", "'s", "us")) and not word.endswith(("ly", "ing"))


class _Around:
    """The sentences around one, judged once and only when a sentence makes it necessary."""

    def __init__(self, prose: str, sentences: Sequence[Span], parts: Sequence[Sequence[Word]]) -> None:
        self.prose, self.sentences, self.parts = prose, sentences, parts
        self._fullness: list[bool | None] | None = None
        self._to_reader = False
        self._others = self._full = 0

    def full(self, number: int, message: str) -> bool:
        """Whether the sentence stands in running text: full sentences beside it, and no notes, orders or talk around."""
        if self._fullness is None:
            self._to_reader = bool(TO_READER.search(self.prose))
            self._fullness = [
                _full(self.prose, sentence, words) if len(words) > 2 else None
                for sentence, words in zip(self.sentences, self.parts, strict=True)
            ]
            self._others, self._full = len(self.parts) - self._fullness.count(None), self._fullness.count(True)
        if self._to_reader or (number and self.prose[self.sentences[number - 1].end - 1] in ":?!"):
            return False
        others, full = self._others - 1, self._full - bool(self._fullness[number])
        if not others:
            # A line of its own: the segment may be one sentence of a text.
            return message in {"subject", "after-conjunction"}
        if message in {"no-verb", "participle"}:
            return full == others and full >= 2
        return full == others or (full >= 3 and full * 3 >= others * 2)


def _full(prose: str, sentence: Span, words: Sequence[Word]) -> bool:
    folded = [word.text.casefold().replace("’", "'") for word in words]
    if prose[sentence.end - 1] not in '.”"’' or len(folded) < 3 or folded[0] in FINITE_AUXILIARIES:
        return False
    return any(word in FINITE_AUXILIARIES or is_past(word) for word in folded[1:]) or any(
        _finite(folded, at) for at in range(1, len(folded))
    )


CHECK = SegmentCheck(
    id="fragment",
    category=Category.GRAMMAR,
    severity=Severity.MAJOR,
    confidence=0.65,
    messages={
        "no-subject": "The sentence that begins with “{word}” lacks its subject: the source language can leave it to the verb.",
        "no-verb": "The sentence that begins with “{word}” has no finite verb: the source language can do without.",
    },
    options=Options,
    needs=Needs(languages=("en",)),
    preview=True,
    run=run,
)
