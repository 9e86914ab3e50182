"""Numbers of a text: every number with its place and the values it can have by the rules of its language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from enum import StrEnum
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from tqcheck.language.dates import exists, month, month_names
from tqcheck.language.lazy import lazy
from tqcheck.language.number_words import WordNumber, denominator, fold, fraction, look_up, telling
from tqcheck.language.tags import canonical, primary
from tqcheck.language.words import Word

Value = int | Fraction | str
"""A quantity; a string of digits and dots where it is none (a version, an address)."""


class Kind(StrEnum):
    DIGITS = "digits"
    CODE = "code"
    """Digits that belong to a name: COVID-19, G7, F-16."""
    MONTH = "month"
    """The name of a month, or digits before 月."""
    WORD = "word"
    ROMAN = "roman"
    LOOSE = "loose"
    """A word that may stand for a number of the other side: half, dozen, 半, both."""


class Number(NamedTuple):
    """One number and everything it may mean."""

    start: int
    end: int
    kind: Kind
    values: frozenset[Value]
    parts: tuple[frozenset[Value], ...] = ()
    """Another reading: the numbers it consists of, each with its values (day, month and year; hour and minute)."""
    is_date: bool = False
    scaled: bool = False
    """A scale word follows and is counted in."""
    hints: frozenset[Value] = frozenset()
    """What the other language may write instead (20 and 90 for the 1990s): good for its numbers, never for this one."""

    @property
    def all_values(self) -> frozenset[Value]:
        return self.values.union(self.hints, *self.parts)


POINT_LANGUAGES = "en zh yue ja ko th he hi bn ta te ur ms tl fil sw my km"
"""Languages with a decimal point and grouping commas; elsewhere the decimal comma is the rule."""
MIXED_LANGUAGES = "es ar fa"
"""Languages whose countries differ: a point is the decimal mark in Mexico, a comma in Spain."""
POINT_TAGS = "de-CH de-LI it-CH es-MX es-US es-PR es-GT es-HN es-SV es-NI es-PA es-DO es-PE es-419"
COMMA_TAGS = "en-ZA es-ES es-AR es-CL es-CO es-UY es-VE es-EC es-PY es-BO es-CR es-CU"
DECIMAL_POINT, BOTH_MARKS = frozenset(POINT_LANGUAGES.split()), frozenset(MIXED_LANGUAGES.split())
POINT_REGIONS, COMMA_REGIONS = frozenset(POINT_TAGS.split()), frozenset(COMMA_TAGS.split())


def decimal_mark(language: str) -> str:
    """`.` or `,` by the rules of a locale; empty where both are in use or the language is unknown."""
    if not language:
        return ""
    tag = canonical(language)
    if tag in POINT_REGIONS:
        return "."
    if tag in COMMA_REGIONS:
        return ","
    code = primary(tag)
    return "" if code in BOTH_MARKS else "." if code in DECIMAL_POINT else ","


def numbers(prose: str, language: str, shown: int, words: Sequence[Word]) -> list[Number]:
    """Every number of a text in reading order. `shown`: what its words show; the words are needed where this SAYS."""
    found: list[Number] = []
    if shown & DIGIT:
        found += _digits(prose, language)
    if shown & ODD and (primary(language) in ("zh", "ja", "yue") or HAS_HAN_NUMERAL.search(prose)):
        found += _han(prose)
    if shown & SAYS:
        found += _spelled(prose, language, words)
    if shown & ROMAN:
        found += _roman(prose)
    found.sort(key=lambda number: (number.start, -number.end))
    return _related(_outermost(found), prose, language)


# --- digits -----------------------------------------------------------------------------------------------------------

HAS_DIGIT = lazy(r"[\d½⅓⅔¼¾⅛⅜⅝⅞]")
ZEROS = "٠۰߀०০੦૦୦௦౦೦൦๐໐༠၀០᠐０"
"""The zero of every script that writes numbers in digits of its own; the other nine follow it in Unicode."""
ASCII_DIGITS = {ord(zero) + digit: str(digit) for zero in ZEROS for digit in range(10)} | dict(
    zip(map(ord, "：٫٬’"), (":", ".", "'", "'"), strict=True)
)
WIDE_MARK = lazy("(?<=[０-９])[，．](?=[０-９])")
VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
FOREIGN_DIGIT = lazy(f"[{''.join(map(chr, ASCII_DIGITS))}]")
TOKEN_START = lazy(rf"[\d{VULGAR}]")
TOKEN = lazy(
    rf"(?=[\d{VULGAR}])(?:"
    r"(?P<ymd>(?<![\d.,/-])\d{4}(?P<s1>[-./])\d{1,2}(?P=s1)\d{1,2}(?!\d|[.,/-]\d))"
    r"|(?P<dmy>(?<![\d.,/-])\d{1,2}(?P<s2>[./-])\d{1,2}(?P=s2)(?:\d{4}|\d{2})(?!\d|[.,/-]\d))"
    r"|(?P<time>(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d))"
    rf"|(?P<vulgar>(?:\d{{1,4}} ?)?[{VULGAR}])"
    r"|(?P<ratio>(?<![\d./,-])\d{1,2}/\d{1,2}(?![\d/]|[.,]\d))"
    r"|(?P<spaced>(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d+)?)"
    r"|(?P<plain>\d+(?:[.,'·]\d+)*))"
)
PHONE = lazy(r"\+\d[\d\u00a0 ()\-]{6,}\d|(?<!\d)\d{2,4}-\d{2}-\d{2}(?!\d)|\(\d{3,5}\)[ -]?\d{2,4}[ -]\d[\d -]+\d")
AFTER_WORD = lazy(r"[ \u00a0\u202f\u2009-]{0,2}((?:[^\W\d_]|[\u0300-\u036f\u0900-\u0963])+)")
HALF_DAY = lazy(r"[ \u00a0]?[ap]\.?[ ]?m\b", re.I)
CLOCK = lazy(r"[ \u00a0]?(?:o['’]clock|uhr|点|點|时(?!间)|時(?!間)|시(?!간))", re.I)
HOUR_WORD = lazy(r"[ \u00a0]?(?:heures?|h\b|hrs?\b|час|год(?:ин|\b)|hodin|godz|uur|ore\b|horas?)", re.I)
"""Clock or duration: à 15 heures is 3 pm, en 15 heures is not."""
BEFORE_CLOCK = lazy(r"\b(?:alle|ore|godz\.|klo|saat|às|a las|o godzinie) $", re.I)
BEFORE_HOUR = lazy(r"\b(?:à|a las|às|alle|в|к|о|об|v|ve|od|um|om|vers|около) $", re.I)
MINUTES_AFTER_HOUR = lazy(r"(?P<hour>\d{1,2})(?:\.|[ \u00a0]?[hH][ \u00a0]?)(?P<minute>\d{2})(?!\d)")
MILITARY_TIME = lazy(r" ?(?:GMT|UTC|hrs?\b|hours\b|Z\b)")
DECADE = lazy(r"['’]?s\b|-?ies\b|-?ern?\b|[-‐‑]?(?:е|х|ті|их|ые|ых)\b|年代|년대|\. ?let|\. ?lét")
LETTER_SCALES = {
    "k": 10**3,
    "K": 10**3,
    "m": 10**6,
    "M": 10**6,
    "b": 10**9,
    "B": 10**9,
    "bn": 10**9,
    "mn": 10**6,
    "tn": 10**12,
}
HAN_SCALES = {
    "十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12,
    "백": 100, "천": 1000, "만": 10**4, "억": 10**8, "조": 10**12,
}  # fmt: skip
# 千 and 兆 before a unit belong to the unit: 千米, 兆焦.
HAN_SCALE_RUN = "((?:[十万萬亿億백천만억조]|[千百兆](?!米|克|瓦|赫|焦|卡|帕|伏|字|比特))+)"
AFTER_HAN = lazy(rf"[ \u00a0]?[余多餘数數]?{HAN_SCALE_RUN}")
HAN_MORE = lazy(rf"[ ]?(\d[\d,]*(?:\.\d+)?)(?:[ ]?{HAN_SCALE_RUN})?")
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "民国": 1911, "民國": 1911}
YEAR_BEFORE = lazy(r"(?<!\d)([12]\d{3})[-–—/]$")
SCALE_ATTACHED = lazy(r" ?([kKmMbB]|bn|mn|tn)\b(?![²³'’])")
AFTER_CODE = lazy(r"[DGK]\b|d\b")
"""3D, 5G, 4K."""
EXPONENT = lazy(r"(?:^|[^\w])(?:[kcdmKк]?[mм]|CO|H|O|N|PM|CH)$")
CENTURY_BEFORE_DECADE = lazy(r" ?世[纪紀] ?\d{2} ?年代")


def _digits(prose: str, language: str) -> Iterator[Number]:
    text = prose if prose.isascii() else _ascii(prose)
    phones = [match.span() for match in PHONE.finditer(text)] if "+" in text or "-" in text or "(" in text else []
    joined_to = -1
    phones.reverse()
    for match in _tokens(text):
        start, end = match.span()
        while phones and phones[-1][1] <= start:
            phones.pop()
        if start < joined_to or (phones and phones[-1][0] < end):
            continue
        kind = match.lastgroup if match.lastgroup not in ("s1", "s2") else "ymd" if match["ymd"] else "dmy"
        written = match.group()
        if kind in ("ymd", "dmy") and (dated := _dated(written)):
            yield Number(start, end, Kind.DIGITS, frozenset({_joined(written)}), dated, is_date=True)
        elif kind in ("ymd", "dmy") and "." not in written:
            # No date (11/55/23): a reference, or numbers in a row.
            pieces = tuple(frozenset[Value]({int(piece)}) for piece in re.split(r"[/-]", written))
            yield Number(start, end, Kind.DIGITS, frozenset({_joined(written)}), pieces)
        elif kind == "time":
            yield Number(start, end, Kind.DIGITS, _clock_face(written), _clock([int(x) for x in written.split(":")]))
        elif kind == "vulgar":
            yield Number(start, end, Kind.DIGITS, frozenset({_vulgar(written)}))
        elif kind == "ratio":
            low, high = (int(x) for x in written.split("/"))
            both = (frozenset[Value]({low}), frozenset[Value]({high}))
            yield Number(
                start, end, Kind.DIGITS, frozenset({Fraction(low, high)} if high else ()), both, is_date=low <= 31
            )
        else:
            number = _plain(text, start, end, written, language)
            joined_to = max(joined_to, number.end if number.scaled and number.end > end else -1)
            yield number


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """The matches of TOKEN; finding each first digit by itself saves trying its alternatives at every letter."""
    digit = TOKEN_START.search(text)
    while digit is not None:
        match = TOKEN.match(text, digit.start())
        if match is not None:
            yield match
        digit = TOKEN_START.search(text, match.end() if match is not None else digit.end())


def _ascii(prose: str) -> str:
    """The text with ASCII digits and marks, every place kept."""
    if not FOREIGN_DIGIT.search(prose):
        return prose
    if "，" in prose or "．" in prose:
        # Between digits of full width these are marks; after other digits a full-width comma parts clauses.
        prose = WIDE_MARK.sub(lambda match: "," if match.group() == "，" else ".", prose)
    return prose.translate(ASCII_DIGITS)


LONGEST = 40
"""Longer rows of digits are keys or junk; they are compared as they are written."""


def _plain(text: str, start: int, end: int, written: str, language: str) -> Number:
    values, parts = readings(written, language)
    after = text[end : end + 40]
    before = text[max(start - 12, 0) : start]
    glued = AFTER_CODE.match(after) is not None or (
        bool(before) and (_cased(before[-1]) or (before[-1] in "-‐‑–" and len(before) > 1 and before[-2].isupper()))
    )
    if glued and EXPONENT.search(before) and len(written) <= 3:
        return Number(start, end, Kind.LOOSE, values)
    whole = int(written) if written.isdigit() and len(written) <= LONGEST else -1
    if whole >= 0 and len(written) <= 4 and not glued:
        if 1 <= whole <= 12 and after.lstrip(" ")[:1] in ("月", "월"):
            return Number(start, end, Kind.MONTH, values)
        if CENTURY_BEFORE_DECADE.match(after):
            return Number(start, end, Kind.LOOSE, values)
        values |= _year_or_hour(text, start, whole, written, before, after, primary(language))
    if (minutes := MINUTES_AFTER_HOUR.fullmatch(written)) or (
        0 <= whole <= 24 and (minutes := MINUTES_AFTER_HOUR.match(text, start)) and "." not in minutes.group()
    ):
        hour, minute = int(minutes["hour"]), int(minutes["minute"])
        if hour <= 24 and minute < 60:
            parts = parts or _clock([hour, minute])
            if written.isdigit() and "h" in minutes.group().lower():
                return Number(
                    start, start + len(minutes.group()), Kind.DIGITS, frozenset(), _clock([hour, minute]), scaled=True
                )
    if "-" not in after[:1] or not glued:
        scaled, reach = _scaled(text, end, values, after, before, language)
        if scaled:
            return Number(start, reach, Kind.DIGITS, scaled, scaled=True)
    if 3 <= len(written) <= 4 and 0 <= whole // 100 <= 24 and whole % 100 < 60:
        values |= {f"{whole // 100}:{written[-2:]}"}  # 0603 hours; meets 6:03 only
        if len(written) == 4 and (written[0] == "0" or MILITARY_TIME.match(after)):
            parts = _clock([whole // 100, whole % 100])
    hints: frozenset[Value] = frozenset()
    if len(written) == 4 and 1000 <= whole < 2100 and whole % 10 == 0 and DECADE.match(after):
        hints = frozenset({whole % 100, whole // 100 + 1})
    return Number(start, end, Kind.CODE if glued else Kind.DIGITS, values, parts, hints=hints)


def readings(written: str, language: str) -> tuple[frozenset[Value], tuple[frozenset[Value], ...]]:
    """The values of digits with marks between them (1.000,5), and the numbers they part into if they are a list.

    The language's own reading comes alone where there is one; otherwise every possible reading.
    """
    if len(written) > LONGEST:
        return frozenset({written}), ()
    if written.isdigit():
        return frozenset({int(written)}), ()
    pieces = re.split(r"[.,' ·\u00a0\u2009\u202f]", written)
    parts = tuple(frozenset[Value]({int(piece)}) for piece in pieces)
    compact = re.sub(r"['\u00a0\u2009\u202f ]", "", written)
    marks = [char for char in compact if not char.isdigit()]
    if not marks:
        return frozenset({int(compact)}), parts if " " in written else ()
    if "·" in marks:
        return (frozenset({Fraction(compact.replace("·", "."))}) if marks == ["·"] else frozenset({compact})), ()
    if len(compact) != len(written) or len(set(marks)) == 2:
        # Two kinds of marks: the last one is the decimal mark. 1.000.000,50; 1 000,5; 1'000.5
        last = marks[-1]
        if marks.count(last) == 1:
            return frozenset({Fraction("".join(pieces[:-1]) + "." + pieces[-1])}), ()
        return frozenset({compact}), parts
    mark, groups = marks[0], compact.split(marks[0])
    grouped = 1 <= len(groups[0]) <= 3 and groups[0][0] != "0" and all(len(group) == 3 for group in groups[1:])
    if len(marks) > 1:
        lakh = (
            mark == "," and 1 <= len(groups[0]) <= 2 and all(len(g) == 2 for g in groups[1:-1]) and len(groups[-1]) == 3
        )
        if grouped or lakh:
            return frozenset({int("".join(groups))}), parts
        return frozenset({compact}), parts
    decimal: Value = _whole(Fraction(compact.replace(",", ".")))
    if not grouped:
        return frozenset({decimal}), parts if mark == "," and language else ()
    native = decimal_mark(language)
    thousands: Value = int("".join(groups))
    if native == mark:
        return frozenset({decimal}), ()
    return frozenset({thousands}) if native else frozenset({thousands, decimal}), ()


def _whole(value: Fraction) -> Value:
    return int(value) if value.denominator == 1 else value


def _cased(char: str) -> bool:
    return char.lower() != char.upper()


def _joined(written: str) -> str:
    return re.sub(r"\D", ".", written)


def _dated(written: str) -> tuple[frozenset[Value], ...]:
    pieces = [int(piece) for piece in re.split(r"\D", written)]
    year, rest = (pieces[0], pieces[1:]) if pieces[0] > 31 else (pieces[2], pieces[:2])
    if not (exists(rest[0], rest[1]) or exists(rest[1], rest[0])):
        return ()
    years: set[Value] = {year, 2000 + year, 1900 + year} if year < 100 else {year}
    return (frozenset({rest[0]}), frozenset({rest[1]}), frozenset(years))


def _clock_face(written: str) -> frozenset[Value]:
    hour, _, rest = written.partition(":")
    return frozenset({f"{int(hour)}:{rest}", f"{(int(hour) + 12) % 24}:{rest}"})


def _clock(pieces: list[int]) -> tuple[frozenset[Value], ...]:
    hour = pieces[0]
    hours: set[Value] = {hour, hour - 12} if 12 < hour <= 24 else {hour, hour + 12} if hour <= 12 else {hour}
    if hour in (0, 24):
        hours |= {0, 12, 24}
    rest = pieces[1:]
    if rest and rest[-1] == 0:
        rest = rest[:-1]
    return (frozenset(hours), *(frozenset[Value]({piece}) for piece in rest))


def _vulgar(written: str) -> Value:
    value = Fraction(unicodedata.numeric(written[-1])).limit_denominator(10)
    head = written[:-1].strip()
    return value + int(head) if head else value


def _year_or_hour(
    text: str, start: int, whole: int, written: str, before: str, after: str, language: str
) -> set[Value]:
    """What else a short whole number can mean where it stands: an hour of the other half of the day, a year."""
    more: set[Value] = set()
    if whole <= 24 and (
        HALF_DAY.match(after)
        or CLOCK.match(after)
        or BEFORE_CLOCK.search(before)
        or (HOUR_WORD.match(after) and BEFORE_HOUR.search(before))
    ):
        more |= {whole + 12} if whole < 12 else {whole - 12}
        if whole in (0, 12, 24):
            more |= {0, 12, 24}
    if len(written) == 2:
        if before[-1:] in ("'", "’", "‘"):
            more |= {1900 + whole, 2000 + whole}
        if (
            after[:1] == "年"
            and language in ("ja", "zh")
            and after[1:3] not in ("間", "间")
            and after[1:2] not in "間间前以来来後后"
        ):
            more |= {2000 + whole, 1900 + whole}
        if DECADE.match(after):
            more |= {1900 + whole, 1800 + whole, 2000 + whole}
    if len(written) <= 2 and (head := YEAR_BEFORE.search(text[max(start - 6, 0) : start])):
        step = 10 ** len(written)
        more.add(int(head.group(1)) // step * step + whole)
    if (before[-2:] in ERAS and after[:1] == "年") or (before[-3:-1] in ERAS):
        more.add(whole + ERAS.get(before[-2:], ERAS.get(before[-3:-1], 0)))
    if after[:1] == "折":
        more.add(100 - whole * 10 if whole < 10 else 100 - whole)
    return more


def _scaled(
    text: str, end: int, values: frozenset[Value], after: str, before: str, language: str
) -> tuple[frozenset[Value], int]:
    """The values with the scale words that follow counted in, and where these end; empty where none follows."""
    if (han := AFTER_HAN.match(after)) is not None:
        return _han_scaled(text, end, values, han)
    reach, factor = end, 1
    while factor < 10**15 and (word := AFTER_WORD.match(text, reach)):
        scale = scale_of(word.group(1), language)
        if not scale:
            break
        factor, reach = factor * scale, word.end()
    if factor > 1:
        return frozenset(_times(value, factor) for value in values), reach
    attached = SCALE_ATTACHED.match(after)
    if attached and (attached.group()[0] != " " or before.rstrip()[-1:] in ("$", "£", "€", "¥")):
        # 5m may be metres as well as millions.
        factor = LETTER_SCALES[attached.group(1)]
        return frozenset({*values, *(_times(value, factor) for value in values)}), end
    return frozenset(), end


def _han_scaled(text: str, end: int, values: frozenset[Value], han: re.Match[str]) -> tuple[frozenset[Value], int]:
    """1億2000万, 3만 5천: a sum of digits with scales."""
    factor, reach = _product(han.group(1)), end + han.end()
    total = {_times(value, factor) for value in values}
    while (more := HAN_MORE.match(text, reach)) is not None:
        following = _product(more.group(2) or "")
        amount = Fraction(more.group(1).replace(",", ""))
        if following >= factor or amount * following >= factor or (following == 1 and more.group()[0] == " "):
            break
        total = {_times(value, 1) + _whole(amount * following) for value in total if not isinstance(value, str)}  # type: ignore[operator]
        factor, reach = following, more.end()
        if following == 1:
            break
    return frozenset(total), reach


def _product(scales: str) -> int:
    product = 1
    for char in scales:
        product *= HAN_SCALES[char]
    return product


def _times(value: Value, factor: int) -> Value:
    return value if isinstance(value, str) else _whole(Fraction(value) * factor)


@lru_cache(maxsize=100_000)
def scale_of(word: str, language: str) -> int:
    """What a scale word multiplies by (million, Mio., тыс.); 0 for other words."""
    found = look_up(word, language)
    if found is None or found.value < 1000:
        return 100 if word.casefold() == "hundred" else 0
    return found.value if str(found.value).strip("0") == "1" else 0


# --- Chinese numerals -------------------------------------------------------------------------------------------------

HAN_DIGIT = {
    char: at
    for at, chars in enumerate(("〇零", "一壹", "二两兩贰", "三叁", "四", "五", "六", "七", "八", "九"))
    for char in chars
}
HAS_HAN_NUMERAL = lazy("[一二三四五六七八九十]")
HAN_RUN = lazy("[〇零一壹二两兩贰三叁四五六七八九十百千万萬亿億兆]{1,16}")
HAN_LOOSE_WORDS = """
半:1/2,30,50,6 双:2 雙:2 刻:15 倍:2,100 番:2,100 俩:2 两:2 次:2 打:12 周:7 全:100 世纪:100 世紀:100
首:1 初:1 每:1 毎:1 单:1 単:1 另:1 翌:1 周年:1 元年:1 个月:30 ヶ月:30 か月:30 カ月:30
午夜:12,0 正午:12 中午:12 零点:0 ダース:12 ダブル:2 ひとつ:1 ふたつ:2 ひとり:1 ふたり:2 あと:1
"""
HAN_LOOSE: dict[str, tuple[Value, ...]] = {
    word: tuple(_whole(Fraction(value)) for value in values.split(","))
    for word, _, values in (item.partition(":") for item in HAN_LOOSE_WORDS.split())
}
HAN_LOOSE_RUN = lazy("|".join(sorted(HAN_LOOSE, key=len, reverse=True)))
HAN_SHARE = lazy("([二两三四五六七八九十百]{1,4})分之([一二两三四五六七八九十百]{1,6})")
HAN_COUNTED = lazy("[天年个個名次米岁家人位场届座条种件](?!月)")
"""Measure words: the numeral before one is a count, elsewhere it may be part of a word (万一, 千万)."""
HAN_FEW = lazy("([一二两三四五六七八九]{2})([十百千万]{1,4})")


def _han(prose: str) -> Iterator[Number]:
    for match in HAN_RUN.finditer(prose):
        run = match.group()
        value = _han_value(run)
        values: set[Value] = {HAN_DIGIT[char] for char in run if char in HAN_DIGIT} if value is None else {value}
        if value is not None and 1 <= value <= 12 and prose[match.end() : match.end() + 1] in ("点", "點", "时", "時"):
            values |= {value + 12}
        if value is not None and value % 10 == 0 and prose[match.end() : match.end() + 2] == "年代":
            values |= {1900 + value, 1800 + value}
        if few := HAN_FEW.fullmatch(run):
            values |= {HAN_DIGIT[char] * _product(few.group(2)) for char in few.group(1)}  # 二三十: twenty or thirty
            if prose[match.end() : match.end() + 2] == "年代":
                values |= {1900 + value for value in values if isinstance(value, int) and value < 100}
        if len(run) == 2 and value is not None and value < 100 and "十" not in run:
            values |= {HAN_DIGIT.get(char, 10) for char in run} | {1900 + value}  # 三四天: three or four days; 九二
        if len(run) > 2 and run[-1] in HAN_DIGIT and run[-2] in HAN_DIGIT and (first := _han_value(run[:-1])):
            values |= {first, HAN_DIGIT[run[-1]]}  # 十四五: the 14th five-year plan
        counted = HAN_COUNTED.match(prose, match.end()) is not None and value is not None and value > 1
        yield Number(match.start(), match.end(), Kind.WORD if counted else Kind.LOOSE, frozenset(values))
    for match in HAN_SHARE.finditer(prose):
        below, above = (_han_value(piece) for piece in match.groups())
        if below and above and above < below:
            percents = {int(Fraction(100 * above, below)), round(Fraction(100 * above, below))}
            yield Number(match.start(), match.end(), Kind.LOOSE, frozenset({Fraction(above, below), *percents}))
    for match in HAN_LOOSE_RUN.finditer(prose):
        yield Number(match.start(), match.end(), Kind.LOOSE, frozenset(HAN_LOOSE[match.group()]))


def _han_value(run: str) -> int | None:
    if not any(char in HAN_SCALES for char in run):
        return int("".join(str(HAN_DIGIT[char]) for char in run))
    total = section = digit = 0
    for char in run:
        if char in HAN_DIGIT:
            digit = HAN_DIGIT[char]
            continue
        scale = HAN_SCALES[char]
        if scale >= 10**4:
            below = section + digit
            total = (total + below) * scale if total and total < scale else total + max(below, 1) * scale
            section = 0
        else:
            section += max(digit, 1) * scale
        digit = 0
    return total + section + digit


# --- words ------------------------------------------------------------------------------------------------------------

CONNECTOR_FORMS = " |-|‑|\u00a0| and | und | en | y | e | et |-et-| i | и "
CONNECTORS = frozenset(CONNECTOR_FORMS.split("|"))
SCALES = frozenset({100, 1000, 10**5, 10**6, 10**7, 10**9, 10**12, 10**15})


def _spelled(prose: str, language: str, words: Sequence[Word]) -> Iterator[Number]:
    code = primary(language)
    run: list[tuple[Word, int]] = []
    for at, word in enumerate(words):
        meaning = _meaning(word.text, language)
        if meaning is None:
            continue
        named, known = meaning
        if named:
            yield Number(word.start, word.end, Kind.MONTH, frozenset({named}))
        if known is None:
            continue
        if at and denominator(word.text, language):
            share = fraction(words[at - 1].text, word.text, language)
            if share is not None and word.start - words[at - 1].end == 1:
                percent = share * 100
                hints = frozenset(
                    {share.numerator, share.denominator, int(percent), round(percent), 100 * share.numerator}
                )
                yield Number(words[at - 1].start, word.end, Kind.WORD, frozenset({share}), hints=hints)
        if known.loose:
            scales, reach = _half_scales(word, known.loose, words[at + 1 : at + 4], language)
            if scales:
                kind = Kind.WORD if any(value.denominator > 1 for value in known.loose) else Kind.LOOSE
                yield Number(word.start, reach, kind, frozenset(scales))
            yield Number(word.start, word.end, Kind.LOOSE, frozenset(map(_whole, known.loose)))
        if known.value < 0:
            continue
        if run and prose[run[-1][0].end : word.start] not in CONNECTORS:
            yield from _composed(run, code)
            run = []
        run.append((word, known.value))
    if run:
        yield from _composed(run, code)


@lru_cache(maxsize=100_000)
def _meaning(word: str, language: str) -> tuple[int, WordNumber | None] | None:
    named, known = month(word, language), look_up(word, language)
    return (named, known) if named or known else None


# What one word shows of numbers, so that a text can be judged by its words alone, without their places.
DIGIT, SAYS, COUNTS, SCALE, ROMAN, ODD = 1, 2, 4, 8, 16, 32
"""Digits; any meaning as a number; a numeral that may be part of a longer one; a scale; a Roman numeral; what only
`numbers` can read."""
MONTHS, ALONE = 0xFFF << 6, 0x3FFFF << 18
"""A bit for each month; and for each numeral from 2 to 19 that never joins its neighbour (ten does: dix-sept)."""
LETTERS = lazy(r"(?:[^\W\d_]|[\u0300-\u036f])+")
HOUR_LETTER = lazy(r"(?:^|\d)[hH](?:\d|$)")


def sign_of(word: str, language: str) -> int:
    """All that a word shows."""
    if _is_mute(word, language):
        return 0
    sign = DIGIT if HAS_DIGIT.search(word) else 0
    if meaning := _meaning(word, language):
        named, known = meaning
        sign |= SAYS | (1 << 5 + named if named else 0)
        part = denominator(word, language) or (known and any(value.denominator > 1 for value in known.loose))
        if part or (known and (known.value in (0, 10) or known.value > 19)):
            sign |= COUNTS
        elif known and known.value > 1:
            sign |= 1 << 16 + known.value
    if scale_of(word, language) if word.isalpha() else any(scale_of(part, language) for part in LETTERS.findall(word)):
        sign |= SCALE
    if HAS_ROMAN.search(word) and any(_roman(word)):
        sign |= ROMAN
    if HOUR_LETTER.search(word) or (not word.isascii() and any(map(_is_odd, word))):
        sign |= ODD
    return sign


def _is_mute(word: str, language: str) -> bool:
    """Whether a word surely shows nothing of numbers: small letters, Cyrillic at most, that no table has; most are such."""
    if not word.isalpha() or word.isupper() or word == "h" or (not word.isascii() and max(word) > "\u0530"):
        return False
    words, starts = _telling(language)
    folded = fold(word, primary(language))
    return folded not in words and folded[:3] not in starts and folded[:2] not in starts


@cache
def _telling(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words and beginnings of words that may say something of numbers or months."""
    code = primary(language)
    words, starts = telling(code)
    return words | {fold(name, code) for name in month_names(language)}, starts


PLAIN_FIGURE = lazy(r"[0-9]+(?:[.,][0-9]+)?|[0-9]{1,3}([.,\u00a0\u2009\u202f ])[0-9]{3}(?:\1[0-9]{3})*")


def plain_figure(written: str, language: str) -> Value | None:
    """The value of figures that are a plain number by themselves and have one reading; None for any others."""
    if len(written) > LONGEST or not PLAIN_FIGURE.fullmatch(written):
        return None
    values, _ = readings(written, language)
    return next(iter(values)) if len(values) == 1 else None


def _is_odd(char: str) -> bool:
    """Fractions, and letters beyond Latin, Greek and Cyrillic: numbers may be written without spaces there."""
    return char in VULGAR or (char > "\u0530" and char.isalnum() and not "\u1e00" <= char <= "\u1fff")


def _half_scales(
    word: Word, loose: tuple[Fraction, ...], following: Sequence[Word], language: str
) -> tuple[set[Value], int]:
    """Half a million, anderthalb Millionen, полмиллиона: the products and where they end."""
    fractions = [value for value in loose if value.denominator > 1 or value in (10, 12, 100)]
    if not fractions:
        return set(), word.end
    inner = (
        scale_of(word.text[3:], language)
        if len(word.text) > 6 and word.text[:3].casefold() in ("пол", "пів", "pół")
        else 0
    )
    if inner:
        return {_times(value, inner) for value in fractions}, word.end
    for follower in following:
        if factor := scale_of(follower.text, language):
            return {_times(value, factor) for value in fractions}, follower.end
    return set(), word.end


def _composed(run: list[tuple[Word, int]], code: str) -> Iterator[Number]:
    """Numerals of several words: two hundred and fifty thousand; what does not combine stays apart."""
    start, total, current, scale = 0, 0, 0, 0
    for at, (_, value) in enumerate(run):
        if at > start:
            combined = _attach(total, current, scale, value, code)
            if combined is None:
                yield _word_number(run[start:at], total + current)
                start, total, current, scale = at, 0, 0, 0
            else:
                total, current, scale = combined
                continue
        if value in SCALES and value >= 1000:
            total, current, scale = value, 0, value
        else:
            total, current, scale = 0, value, 0
    yield _word_number(run[start:], total + current)


def _attach(total: int, current: int, scale: int, value: int, code: str) -> tuple[int, int, int] | None:
    if value in SCALES and value >= 1000:
        if current and (not scale or value < scale):
            return total + current * value, 0, value
        return (total * value, 0, value) if total and not current and scale == 1000 and value > 1000 else None
    if total and not current and value < max(scale, 1):
        return total, value, scale
    if value == 100:
        return (total, current * 100, scale) if 0 < current < 10 else None
    if code == "fr" and value == 20 and current % 100 == 4:
        return total, current - 4 + 80, scale
    if code == "fr" and 10 <= value <= 16 and current % 100 in (60, 80):
        return total, current + value, scale
    if 10 <= value < 100:
        return (total, current + value, scale) if current and current % 100 == 0 else None
    if 0 < value < 10 and current and current % 10 == 0:
        teen = current % 100 == 10
        allowed = code == "fr" if teen else True
        return (total, current + value, scale) if allowed or (code == "fr" and current % 20 == 10) else None
    return None


def _word_number(run: list[tuple[Word, int]], value: int) -> Number:
    values: set[Value] = {value}
    if 20 <= value <= 90 and value % 10 == 0 and len(run) == 1:
        values |= {1900 + value}  # the nineties
    return Number(run[0][0].start, run[-1][0].end, Kind.WORD, frozenset(values))


# --- Roman numerals ---------------------------------------------------------------------------------------------------

HAS_ROMAN = lazy(r"\b[IVXLCDMІХМС]+\b")
LOOKALIKE = str.maketrans("ІХМС", "IXMC")
WELL_FORMED = lazy(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def _roman(prose: str) -> Iterator[Number]:
    for match in HAS_ROMAN.finditer(prose):
        written = match.group().translate(LOOKALIKE)
        if WELL_FORMED.fullmatch(written):
            total = 0
            for at, char in enumerate(written):
                value = ROMAN_VALUES[char]
                total += -value if at + 1 < len(written) and ROMAN_VALUES[written[at + 1]] > value else value
            yield Number(match.start(), match.end(), Kind.ROMAN, frozenset({total}))


# --- neighbours -------------------------------------------------------------------------------------------------------

RANGE_GAP = lazy(
    r"[ \u00a0]?(?:[-–—~～〜至到、/]|to|and|or|bis|und|oder|à|a|et|ou|y|o|e|до|и|или|та|і|або|чи|do|až|i|tot|en|"
    r"de)[ \u00a0]?(?:[$€£])?"
)
HALF = Fraction(1, 2)


def _outermost(found: list[Number]) -> list[Number]:
    """Without the scale words and months that are a part of a longer number: 5 [million], dix-[sept]."""
    kept: list[Number] = []
    reach = -1
    for number in found:
        if number.end <= reach and number.kind in (Kind.WORD, Kind.MONTH, Kind.LOOSE):
            continue
        if number.kind is Kind.WORD or number.scaled:
            reach = max(reach, number.end)
        kept.append(number)
    return kept


def _related(found: list[Number], prose: str, language: str) -> list[Number]:
    """Readings that hang on the neighbour: 5 to 10 million, two and a half million."""
    for at in range(len(found) - 1):
        left, right = found[at], found[at + 1]
        gap = right.start - left.end
        if gap < 0 or gap > 16:
            continue
        if (
            right.scaled
            and not left.scaled
            and left.kind is Kind.DIGITS
            and RANGE_GAP.fullmatch(prose, left.end, right.start)
        ):
            factor = _factor(right, prose, language)
            if factor > 1:
                found[at] = _with(left, {_times(value, factor) for value in left.values})
        if left.kind is Kind.LOOSE and HALF in left.values and right.kind in (Kind.WORD, Kind.DIGITS):
            # halb sieben, пол седьмого: half an hour before.
            before: set[Value] = {
                value + add for value in right.values if isinstance(value, int) and value <= 12 for add in (-1, 11)
            }
            found[at + 1] = right._replace(hints=right.hints | before)
        if right.kind is Kind.LOOSE and HALF in right.values and left.kind in (Kind.DIGITS, Kind.WORD):
            halves = {Fraction(value) + HALF for value in left.values if not isinstance(value, str)}
            after = [match for match in [AFTER_WORD.match(prose, right.end)] if match]
            scale = scale_of(after[0].group(1), language) if after else 0
            more: set[Value] = set(halves) | {_times(value, scale) for value in halves if scale}
            found[at + 1] = _with(right, more)
            found[at] = _with(left, more)
    return found


def _factor(number: Number, prose: str, language: str) -> int:
    written = re.match(r"[\d.,' ]*\d", prose[number.start : number.end].translate(ASCII_DIGITS))
    if not written:
        return 1
    bare, _ = readings(written.group(), language)
    for small in bare:
        for large in number.values:
            if not isinstance(small, str) and not isinstance(large, str) and small and large != small:
                ratio = Fraction(large) / Fraction(small)
                return int(ratio) if ratio.denominator == 1 else 1
    return 1


def _with(number: Number, more: set[Value]) -> Number:
    return number._replace(values=number.values | more)
