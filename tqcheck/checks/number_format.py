"""Numbers written with the decimal and grouping marks of another locale."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.checks.base import NoOptions, SegmentCheck
from tqcheck.checks.context import Context
from tqcheck.language.lazy import lazy
from tqcheck.language.numbers import DIGIT, decimal_mark, scale_of
from tqcheck.language.tags import canonical
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment
from tqcheck.model.text import Span

# What shows that digits with one mark are an amount and not a section, a version, a score or an hour.
CURRENCY_WORDS = """
euros? dollars? pounds? pence cents? roubles? rubles? hryvni\\w+ yuan yen rupees? zlot\\w+ crowns? francs? lir\\w+
dollár\\w* dollari dólar\\w* libras? pesos? real reais рубл\\w+ руб доллар\\w* долар\\w* евро євро гривен\\w* грн
złot\\w+ zł korun\\w* kč eur usd gbp chf jpy rub uah pln czk cny
"""
UNIT_WORDS = """
percent per\\scent prozent pourcents? pour\\scent por\\sciento procent\\w* процент\\w* відсотк\\w+ процентн\\w+ pct
km cm mm kg mg ml ha kwh? mwh? gwh? kw mw gw ghz mhz khz hz gb mb tb m² km² m³ mbps
kilomet\\w+ kilómetr\\w+ chilometr\\w+ kilometr\\w+ километр\\w* кілометр\\w* met(?:er|re)s? metern? metr\\w* метр\\w*
lit(?:er|re|ro)s? litern? литр\\w* літр\\w* kilogram\\w* kilos? килограмм\\w* кілограм\\w* tonn?es?
tonnen tons? тонн\\w*
miles? hectares? hektar\\w* degrees? grad градус\\w* hours? stunden?
heures? horas?
час\\w* годин\\w* jahren? years? ans años лет
км кг см мм га points? punkte? prozentpunkte\\w* times inches feet
"""
MONEY = "|".join(CURRENCY_WORDS.split())
UNITS = "|".join(UNIT_WORDS.split())
AFTER = lazy(rf"[ \u00a0\u202f\u2009-]?(?:[%‰€$£¥₽₴°]|(?:{MONEY}|{UNITS})(?!\w))", re.I)
CURRENCY_AFTER = lazy(rf"[ \u00a0\u202f\u2009]?(?:[€$£¥₽₴]|(?:{MONEY})(?!\w))", re.I)
CURRENCY_BEFORE = lazy(r"(?:[$€£¥₽₴]|\b(?:EUR|USD|GBP|CHF|JPY|RUB|UAH|PLN|CZK|US\$))[ \u00a0]?$")
NEXT_WORD = lazy(r"[ \u00a0\u202f-]?([^\W\d_]+)")

GATE = lazy(r"\d[.,'’ \u00a0]\d|№|%\d")
UNSPACED = "\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af"
MARKED = lazy(
    rf"(?:(?<![\w.,/:№§#+-])|(?<=[{UNSPACED}$€£¥]))\d{{1,3}}(?:[.,'’ \u00a0]\d+){{1,6}}(?![^\W{UNSPACED}]|[.,:/'’-]\d)"
)
GROUPED_DECIMAL = lazy(r"\d{1,3}(?:([.,'’ \u00a0])\d{3})(?:\1\d{3})*(?!\1)([.,])\d+")
GROUPED = lazy(r"\d{1,3}([.,'’ \u00a0])\d{3}(?:\1\d{3})*")
DECIMAL = lazy(r"\d{1,3}([.,])\d+")
PHONE_BEFORE = lazy(r"[\d)] ?[-–/]? ?$|[-–/] ?$")
NUMERO = lazy(r"№(?=[ \u00a0]?\d)")
PERCENT_FIRST = lazy(r"(?<![\w%])%\d{1,3}(?:[.,]\d+)?(?=[ ,;)]|\.?$)")

NUMERO_IN = {
    "en": "No.",
    "de": "Nr.",
    "fr": "n°",
    "es": "n.º",
    "it": "n.",
    "pt": "n.º",
    "nl": "nr.",
    "pl": "nr",
    "cs": "č.",
}
"""Languages that have another sign for "number"; № is at home in Cyrillic scripts."""
PERCENT_BEFORE = frozenset({"tr", "eu"})
APOSTROPHE_GROUPS = frozenset({"de", "it", "rm"})
"""Languages written in Switzerland, where 1'000 is right; the tag seldom tells."""
SPACE_GROUPS = frozenset({"pl", "cs", "sk", "fr", "ru", "uk", "sv", "nb", "fi", "hu", "bg"})
"""Languages that group thousands by a (no-break) space."""


def run(segment: Segment, options: NoOptions, context: Context) -> Iterator[Issue]:
    prose = context.prose(segment.target)
    if not context.target or not (context.signs(segment.target) & DIGIT or "№" in prose) or not GATE.search(prose):
        return
    if "№" in prose and context.target in NUMERO_IN:
        for match in NUMERO.finditer(prose):
            sign = NUMERO_IN[context.target]
            space = "" if prose[match.end()] in " \u00a0" else " "
            yield Issue(
                "sign",
                Span(*match.span()),
                {"written": "№", "right": sign},
                suggestions=(sign + space,),
                confidence=0.9,
            )
    if "%" in prose and context.target not in PERCENT_BEFORE:
        for match in PERCENT_FIRST.finditer(prose):
            right = match.group()[1:] + "%"
            yield Issue(
                "percent", Span(*match.span()), {"written": match.group(), "right": right}, suggestions=(right,)
            )
    mark = decimal_mark(context.target_language)
    if not mark:
        return
    source = segment.source.plain if segment.source is not None else ""
    foreign_source = bool(source) and decimal_mark(context.source_language) not in ("", mark)
    for match in MARKED.finditer(prose):
        written = match.group()
        found = _judge(written, prose, match.start(), match.end(), mark, context, foreign_source and written in source)
        if found is not None:
            right, confidence = found
            values = {"written": written, "right": right}
            yield Issue("marks", Span(*match.span()), values, suggestions=(right,), confidence=confidence)


def _judge(
    written: str, prose: str, start: int, end: int, mark: str, context: Context, copied: bool
) -> tuple[str, float] | None:
    """The number as the target's locale writes it and how sure that is; None where nothing is wrong."""
    other = "," if mark == "." else "."
    swap = str.maketrans({mark: other, other: mark})
    if (whole := GROUPED_DECIMAL.fullmatch(written)) is not None:
        group, decimal = whole.groups()
        if decimal != other:
            return None
        if group in ".,":
            return written.translate(swap), 0.95
        return re.sub(r"['’ \u00a0]", _group(mark, context), written[: whole.start(2)]) + mark + written[
            whole.end(2) :
        ], 0.9
    money = bool(CURRENCY_BEFORE.search(prose, max(start - 5, 0), start) or CURRENCY_AFTER.match(prose, end))
    if (whole := GROUPED.fullmatch(written)) is not None:
        return _judge_groups(written, whole.group(1), prose, start, end, mark, context, copied, money)
    if (whole := DECIMAL.fullmatch(written)) is not None and whole.group(1) == other:
        measured = money or bool(AFTER.match(prose, end)) or _scale_follows(prose, end, context)
        # In lists and verse numbers (1,2) a comma is no decimal mark, so a bare one needs the source as a witness.
        bare = mark == "." and (copied or written.endswith(",00"))
        if measured or bare:
            return written.translate(swap), 0.95 if measured and copied else 0.85 if measured else 0.75
    return None


def _judge_groups(
    written: str, group: str, prose: str, start: int, end: int, mark: str, context: Context, copied: bool, money: bool
) -> tuple[str, float] | None:
    right = re.sub(r"[.,'’ \u00a0]", _group(mark, context), written)
    many = written.count(group) > 1
    # Addresses, versions and telephone numbers are grouped too; an amount is round or counts something.
    amount = copied or money or written.endswith("000") or _counts(prose, end, context)
    if group == mark:
        # 1.000.000 in English; 1.000 is a decimal fraction unless it is a price or stands so in the source.
        if many:
            return (right, 0.9) if amount and not _address(written) else None
        price = money and (copied or written.endswith("00"))
        counted = copied and (written.endswith("00") or _counts(prose, end, context))
        return (right, 0.75) if written[0] != "0" and (price or counted) else None
    if group in "'’":
        return (right, 0.7) if context.target not in APOSTROPHE_GROUPS else None
    if group in ".,":
        return None
    telephone = PHONE_BEFORE.search(prose, max(start - 4, 0), start)
    if mark != "." or written[0] == "0" or telephone or canonical(context.target_language).endswith("-ZA"):
        return None
    if copied or (group == " " and amount and (many or money or _scale_follows(prose, end, context))):
        return right, 0.75 if copied else 0.65
    return None


def _counts(prose: str, end: int, context: Context) -> bool:
    """Whether a unit, a scale word or a common noun follows."""
    word = NEXT_WORD.match(prose, end)
    noun = word is not None and len(word.group(1)) > 3 and (word.group(1).islower() or not word.group(1).isascii())
    return noun or bool(AFTER.match(prose, end)) or _scale_follows(prose, end, context)


def _address(written: str) -> bool:
    pieces = written.split(".")
    return len(pieces) == 4 and all(int(piece) < 256 for piece in pieces)


def _group(mark: str, context: Context) -> str:
    if mark == ".":
        return ","
    return "\u00a0" if context.target in SPACE_GROUPS else "."


def _scale_follows(prose: str, end: int, context: Context) -> bool:
    word = NEXT_WORD.match(prose, end)
    if word is not None and scale_of(word.group(1), context.target_language) >= 1000:
        return True
    return prose[end : end + 2].strip()[:1] in set("万萬亿億兆만억")


CHECK = SegmentCheck(
    id="number-format",
    category=Category.NUMBER_FORMAT,
    severity=Severity.MINOR,
    confidence=0.85,
    messages={
        "marks": "“{written}” has the marks of another locale; here the number is written “{right}”.",
        "sign": "The sign “{written}” is not used in this language; write “{right}”.",
        "percent": "“{written}”: the per cent sign follows the number here.",
    },
    options=NoOptions,
    run=run,
)
