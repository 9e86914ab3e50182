"""The report's wording: severities, certainties, categories, languages."""

from __future__ import annotations

import re

from tqcheck.model.finding import Severity

SYMBOLS = {Severity.CRITICAL: "◆", Severity.MAJOR: "▲", Severity.MINOR: "●", Severity.NEUTRAL: "○"}
CERTAINTIES = {
    "sure": "a careful reviser would almost always agree",
    "likely": "a careful reviser would mostly agree",
    "look": "worth a look; it may well be right as it stands",
}
# ISO 639-1; accessibility checkers (and screen readers) refuse a two-letter code outside it.
_TWO_LETTERS = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en
eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka
kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl
nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw
ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
_TAG = re.compile(r"([A-Za-z]{2,3})(-[A-Za-z0-9]{2,8})*")


def language_tag(tag: str) -> str:
    """The tag as a lang attribute, empty where it is none: file headers are not to be trusted."""
    match = _TAG.fullmatch(tag)
    return tag if match and (len(match[1]) == 3 or match[1].lower() in _TWO_LETTERS.split()) else ""


def category(value: str) -> str:
    """`accuracy/mistranslation` as MQM writes it for people."""
    return " › ".join(part.replace("-", " ").strip().capitalize() for part in value.split("/"))


def number(value: int) -> str:
    return f"{value:,}"


def counted(value: int, one: str, many: str = "") -> str:
    return f"{value:,} {one if value == 1 else many or one + 's'}"
