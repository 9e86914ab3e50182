"""The tense of an English verb and the time word of its clause contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tqcheck.checks.base import Context, Needs, SegmentCheck
from tqcheck.language.english_verbs import (
    BASES,
    FINITE_AUXILIARIES,
    UNMARKED,
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

UNIT = r"(?:second|minute|hour|day|week|month|year|decade|centur)(?:s|y|ies)?"
NUMBER = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|\d+)"
PERIOD = (
    r"(?:night|week|month|year|summer|autumn|winter|spring|decade|century|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)"
)
TIME = lazy(
    rf"(?<![\w'’-])(?:(?P<past>(?:the\sday\sbefore\s)?yesterday|last\s{PERIOD}|{NUMBER}\s{UNIT}\sago"
    rf"|in\s(?:1[6-9])\d\d(?!,?\s(?:and\s|or\s)?\d|\s[a-z]+s\b))|(?P<near>recently)"
    rf"|(?P<future>(?:the\sday\safter\s)?tomorrow|next\s{PERIOD}|(?:by\s(?:the\send\sof\s)?|in\sthe\s)(?:next\s(?:week|month|year)|coming\s(?:days|weeks|months|years))))(?![\w'’-])",
    re.I,
)
SINCE_FIRST = lazy(
    r"(?:^|(?<=[.!?]\s))Since\s(?:19|20)\d\d,?\s(?P<subject>(?:he|she|it|we|they|I)|(?:the|our|this|my|his|her|their)\s(?:[a-z]+\s)?[a-z]+)\s"
    r"(?P<verb>(?:is|are|am|works?|lives?|serves?|heads?|leads?|belongs?|exists?|operates?|plays?|runs?|teaches|studies|knows?)\b)"
)
"""“Since 2015 she works”: many languages use the present here."""
SINCE_LAST = lazy(
    r"\b(?P<verb>(?:am|is|are)\s(?:working|living|serving|running|operating|growing|rising|falling|playing|studying|teaching|waiting|building)"
    r"|(?<=\b[Hh]e\s)(?:works|lives|serves)|(?<=\bI\s)(?:work|live|know)|(?<=\b[Ww]e\s)(?:work|live|know))"
    r"\s(?:(?!(?:that|which|who|has|have|had|was|were|been|the|to|and)\b)[\w'’-]+\s){0,4}since\s(?P<time>(?:19|20)\d\d)(?=[.,;!]|\sand\b|$)"
)
GATE = lazy(r"[Ss]ince\s\d|coming\s|\bin\s1[6-9]\d\d|yesterday|tomorrow|\bago\b|\blast\s|\bnext\s|recently", re.I)
BREAK = lazy(r"[,;:()\[\]{}—–\"“”«»„/\ufffc]|\.\.\.|…|\s-\s|[.!?](?=\s|$)")
"""What ends a clause besides a conjunction; the comma after an opening time word is looked at by itself."""
STOP = lazy(r"[.!?…\n]")
REACH = 40
"""Words to either side of a time word that are looked at."""
JOINTS = frozenset(
    "and but or that who which whom whose because while when whenever as if although though after before since than what where "
    "whether until till unless so how why like once for except whereas".split()
)
FUTURE = frozenset("will won't shall".split())
NOUN_BEFORE = frozenset(
    "the a an his her my your our their its own free good ill political god's people's strong last no this that of by to and iron "
    "any some against with".split()
)
"""Before these “will” is a noun."""
RELATIVE = frozenset("which who that".split())
"""The subject of a clause that begins with them."""
HELD_BACK = frozenset(
    "as than from since by of until till like for about over on to before after during with in between compared unlike even "
    "the this that those only just not if through at most more very "
    "or and into against".split()
)
"""A time word after these belongs to a phrase of its own (“than last year”, “from yesterday”)."""
NEVER_FUTURE = frozenset("have remember forget regret miss".split())
"""“will have left yesterday” supposes; “last week I will remember” has the time for its object."""
HINTS = frozenset(
    "planned scheduled promised decided announced agreed pledged invited called expected set arranged booked proposed offered "
    "threatened vowed asked ordered predicted forecast appointed chosen".split()
)
"""What was done earlier about something to come."""
REPORTING = frozenset(
    "said says say told tell tells thought think thinks knew know knows hoped hope believed believe wished wish if would could should "
    "might as though imagine suppose pretend felt heard learned learnt realised realized announced reported feared expected "
    "agreed planned wanted decided dreamed dreamt remembered whether supposed seemed".split()
)
"""Backshift and conditions put a past tense beside “tomorrow”: with one of these in the sentence, nothing is said."""
EVENTS = frozenset(
    "arrived met visited held signed opened began started discussed came went gathered returned happened occurred ended finished "
    "launched landed won lost played adopted approved completed departed flew travelled traveled took".split()
)
ADVERBS = frozenset(
    "not also already only finally just never still again even officially soon probably certainly all both now".split()
)
MODIFIERS = frozenset("was were been being be".split())
PLAIN_SUBJECTS = frozenset(
    "i you he she it we they this that these those there everyone everybody nobody someone".split()
)


@dataclass(frozen=True, slots=True)
class Options:
    recently: bool = True
    """Judge “recently” with a future tense too."""


class Time(NamedTuple):
    """A time word: its kind, its text, the numbers of its first word and of the word after its last."""

    kind: str
    text: str
    first: int
    last: int


def run(segment: Segment, options: Options, context: Context) -> Iterator[Issue]:
    prose = context.prose(segment.target)
    if not GATE.search(prose):
        return
    for pattern in (SINCE_FIRST, SINCE_LAST):
        for match in pattern.finditer(prose):
            since = "since" if pattern is SINCE_FIRST else f"since {match.group('time')}"
            yield Issue("present-since", Span(*match.span()), {"verb": match.group("verb"), "time": since})
    times = list(TIME.finditer(prose))
    if not times:
        return
    found = context.words(segment.target)
    folded = [word.text.casefold().replace("’", "'") for word in found]
    starts = {word.start: at for at, word in enumerate(found)}
    ends = {word.end: at + 1 for at, word in enumerate(found)}
    for match in times:
        kind = match.lastgroup or ""
        if (kind == "near" and not options.recently) or match.start() not in starts or match.end() not in ends:
            continue
        time = Time(kind, match.group(), starts[match.start()], ends[match.end()])
        yield from _judge(prose, found, folded, time)


def _judge(prose: str, found: Sequence[Word], folded: Sequence[str], time: Time) -> Iterator[Issue]:
    left, right = _clause(prose, found, folded, time)
    held = time.first > left and folded[time.first - 1] in HELD_BACK
    leads = _opens(prose, found, time.first)
    verb = _inside(found, folded, time, right) if time.first > left else None
    if verb is None and not held and not leads:
        verb = _before(prose, found, folded, time, left, right)
    inner = time.kind == "near" and not any(is_past(word) or word in MODIFIERS for word in folded[left : time.first])
    if verb is None and not (held and not leads) and (time.first == left or leads or inner):
        verb = _after(prose, found, folded, time, right, leads)
    if verb is None:
        return
    message, first, last = verb
    if message in {"past-future", "perfect-future"} and _reported(prose, found, folded, time):
        return
    # The editor has to see both: from the verb to the time word.
    span = Span(min(found[first].start, found[time.first].start), max(found[last - 1].end, found[time.last - 1].end))
    words = prose[found[first].start : found[last - 1].end]
    yield Issue(message, span, {"verb": words, "time": time.text}, evidence={"verb": words, "time": time.text})


def _clause(prose: str, found: Sequence[Word], folded: Sequence[str], time: Time) -> tuple[int, int]:
    """The words around a time word up to the next conjunction or mark, half-open."""
    left, right = time.first, time.last
    first, end = max(time.first - REACH, 0), min(time.last + REACH, len(found))
    while (
        left > first
        and folded[left - 1] not in JOINTS
        and not BREAK.search(prose, found[left - 1].end, found[left].start)
    ):
        left -= 1
    while (
        right < end
        and folded[right] not in JOINTS
        and not BREAK.search(prose, found[right - 1].end, found[right].start)
    ):
        right += 1
    return left, right


def _opens(prose: str, found: Sequence[Word], at: int) -> bool:
    """Whether the time word opens a sentence."""
    before = prose[max(found[at].start - 8, 0) : found[at].start].rstrip()
    return not before or before[-1] in ".!?…\n"


def _closes(prose: str, found: Sequence[Word], folded: Sequence[str], time: Time) -> bool:
    """Whether the clause ends at the time word, or only a place follows."""
    if time.last >= len(found):
        return True
    if BREAK.search(prose, found[time.last - 1].end, found[time.last].start):
        return True
    return folded[time.last] in JOINTS or folded[time.last] in {
        "in",
        "at",
        "by",
        "near",
        "with",
        "to",
        "from",
        "on",
        "during",
    }


def _before(
    prose: str, found: Sequence[Word], folded: Sequence[str], time: Time, left: int, right: int
) -> tuple[str, int, int] | None:
    """The verb group that stands before the time word in its clause: message, first word, end of the group."""
    if not _closes(prose, found, folded, time):
        return None
    for at in range(left, time.first):
        word = folded[at]
        if word in {"is", "are"} and time.kind == "past" and at > left and not time.text.startswith("in "):
            # “is signed yesterday”, “are going to meet last week”
            end = _skip(folded, at + 1, time.first)
            if folded[end : end + 2] == ["going", "to"] and end + 2 < time.first:
                return ("future-past", at, end + 3) if not _disturbed(folded, end + 3, time.first) else None
            if end < time.first and folded[end] in EVENTS and not _disturbed(folded, end + 1, time.first):
                return "present-past", at, end + 1
            return None
        if word in FUTURE or word.endswith("'ll"):
            bare = at == left and not (at and folded[at - 1] in RELATIVE)
            if word == "will" and (found[at].text != "will" or bare or folded[at - 1] in NOUN_BEFORE):
                continue
            if time.kind == "future" or (time.kind == "near" and time.first - at > 6):
                return None
            group = _group(folded, at, time.first)
            if group is None or folded[at + 1 : group].count("have") or _disturbed(folded, group, time.first):
                return None
            return "future-past", at, group
        if word in {"has", "have", "haven't", "hasn't", "i've", "we've", "they've", "you've"}:
            if time.kind == "near" or (
                at > left
                and folded[at - 1] in {"to", "will", "would", "could", "should", "may", "might", "must", "can"}
            ):
                return None
            end = _skip(folded, at + 1, time.first)
            if end >= time.first or not is_participle(folded[end]) or folded[end] in {"had"}:
                return None
            if folded[end] == "been" and end + 1 < time.first and is_participle(folded[end + 1]):
                end += 1
            if _disturbed(folded, end + 1, time.first):
                return None
            if time.kind == "future":
                return ("perfect-future", at, end + 1) if folded[end] in EVENTS else None
            return "perfect-past", at, end + 1
        if time.kind == "future":
            if word in {"was", "were"}:
                return _was(folded, at, time)
            if (
                word in EVENTS
                and word not in {"held", "took"}
                and not any(w in FUTURE or w == "to" for w in folded[left:at])
            ):
                if at > left and not _disturbed(folded, at + 1, time.first):
                    return "past-future", at, at + 1
                return None
            if word == "took" and at + 1 < time.first and folded[at + 1] == "place":
                return ("past-future", at, at + 2) if not _disturbed(folded, at + 2, time.first) else None
    return None


def _inside(found: Sequence[Word], folded: Sequence[str], time: Time, right: int) -> tuple[str, int, int] | None:
    """“will recently approve”, “will be recently opened”: the time word inside the verb group."""
    if time.kind == "future" or time.last >= right:
        return None
    at = time.first - (2 if folded[time.first - 1] == "be" else 1)
    if at < 1 or folded[at] not in FUTURE or found[at].text[0].isupper() or folded[at - 1] in NOUN_BEFORE:
        return None
    last = folded[time.last]
    fits = is_participle(last) if folded[time.first - 1] == "be" else last in BASES or last in {"be", "have", "do"}
    return ("future-past", at, time.last + 1) if fits else None


def _was(folded: Sequence[str], at: int, time: Time) -> tuple[str, int, int] | None:
    """“was tomorrow”, “was held tomorrow”."""
    if at + 1 == time.first:
        return "past-future", at, at + 1
    end = _skip(folded, at + 1, time.first)
    if end < time.first and folded[end] in EVENTS and not _disturbed(folded, end + 1, time.first):
        return "past-future", at, end + 1
    return None


def _after(
    prose: str, found: Sequence[Word], folded: Sequence[str], time: Time, right: int, leads: bool
) -> tuple[str, int, int] | None:
    """The verb group after a time word that opens its clause: “last week they will”, “recently will be shown”."""
    at = time.last
    if right == at and leads and at < len(found) and prose[found[at - 1].end : found[at].start] == ", ":
        # “Yesterday, the council will …”: the comma parts nothing.
        right = at
        while (
            right < len(found)
            and folded[right] not in JOINTS
            and (right == at or not BREAK.search(prose, found[right - 1].end, found[right].start))
        ):
            right += 1
    limit = min(right, at + 7)
    for verb in range(at, limit):
        word = folded[verb]
        if word in FUTURE or word.endswith("'ll"):
            if time.kind == "future" or (
                word == "will" and (found[verb].text != "will" or folded[verb - 1] in NOUN_BEFORE)
            ):
                return None
            group = _group(folded, verb, right)
            if group is None or not NEVER_FUTURE.isdisjoint(folded[verb + 1 : group]):
                return None
            if verb == at and time.kind == "past" and not leads:
                return None
            return "future-past", verb, group
        if word in {"has", "have"} and time.kind != "near" and leads:
            end = _skip(folded, verb + 1, right)
            if verb > at and end < right and is_participle(folded[end]) and folded[end] not in {"had", *HINTS}:
                return ("perfect-past" if time.kind == "past" else "perfect-future"), verb, end + 1
            return None
        if word in {"is", "are"} and time.kind == "past" and leads and verb > at:
            end = _skip(folded, verb + 1, right)
            return ("present-past", verb, end + 1) if end < right and is_participle(folded[end]) else None
        if time.kind == "future" and leads and verb > at and (end := _past(folded, verb, right)):
            if time.text.startswith("By ") and (folded[end - 1] not in EVENTS or end == verb + 1):
                return None  # “By next week the snow was gone.”
            return "past-future", verb, end
        # Any other verb before: the time word is that verb's.
        if (
            is_past(word)
            or word in MODIFIERS
            or word in {"is", "are", "has", "have", "had", "to", "would", "may", "can", "could"}
        ):
            return None
        if (word in BASES or is_singular_present(word)) and folded[verb - 1] in PLAIN_SUBJECTS:
            return None
    return None


def _past(folded: Sequence[str], at: int, right: int) -> int:
    """The end of a simple past that begins at `at`; 0 if there is none, or if it may be a participle before another verb."""
    word, follow = folded[at], folded[at + 1] if at + 1 < right else ""
    if word in {"was", "were"}:
        return (
            0
            if follow in {"to", "going", "supposed", "about"} or follow.endswith("ing")
            else at + 1 + is_participle(follow)
        )
    if word == "had":
        return at + 1 if follow in {"a", "an", "the", "no"} else 0
    if not is_past(word) or word in HINTS or word in MODIFIERS or word in UNMARKED:
        return 0
    later = folded[at + 1 : right]
    return 0 if any(w in FINITE_AUXILIARIES or is_singular_present(w) for w in later) or "to" in later else at + 1


def _skip(folded: Sequence[str], at: int, end: int) -> int:
    """The first word from `at` that is no adverb."""
    while at < end and (
        folded[at] in ADVERBS
        or (folded[at].endswith("ly") and folded[at] not in {"apply", "rely", "supply", "reply", "fly"})
    ):
        at += 1
    return at


def _group(folded: Sequence[str], at: int, end: int) -> int | None:
    """The end of a future verb group that begins at `at`; None if no verb follows."""
    verb = _skip(folded, at + 1, end)
    if verb >= end:
        return None
    if folded[verb] == "be" and verb + 1 < end:
        participle = _skip(folded, verb + 1, end)
        if participle < end and (is_participle(folded[participle]) or folded[participle].endswith("ing")):
            return participle + 1
    if folded[verb] == "have":
        return verb + 2
    return verb + 1


def _disturbed(folded: Sequence[str], start: int, end: int) -> bool:
    """Whether another verb form stands between, so that the time word may belong to it."""
    return any(
        is_past(word)
        or word.endswith("ing")
        or word in {"to", "is", "are", "was", "were", "will", "would", "has", "have", "had"}
        for word in folded[start:end]
    )


def _reported(prose: str, found: Sequence[Word], folded: Sequence[str], time: Time) -> bool:
    """Whether the sentence reports or supposes, so that its tenses may be shifted back."""
    at, farthest = time.first, max(time.first - REACH, 0)
    while at > farthest and not STOP.search(prose, found[at - 1].end, found[at].start):
        at -= 1
    return not REPORTING.isdisjoint(folded[at : min(time.last + 12, len(folded))])


CHECK = SegmentCheck(
    id="tense-conflict",
    category=Category.GRAMMAR,
    severity=Severity.MAJOR,
    confidence=0.7,
    messages={
        "future-past": "“{verb}” speaks of the future and “{time}” of the past.",
        "perfect-past": "The present perfect “{verb}” cannot go with “{time}”: English needs the simple past.",
        "present-since": "With “{time}” English needs the present perfect, not “{verb}”.",
        "present-past": "The present “{verb}” cannot go with “{time}”.",
        "past-future": "“{verb}” speaks of the past and “{time}” of the future.",
        "perfect-future": "The perfect “{verb}” cannot go with “{time}”, which is still to come.",
    },
    options=Options,
    needs=Needs(languages=("en",)),
    preview=True,
    run=run,
)
