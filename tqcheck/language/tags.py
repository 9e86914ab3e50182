"""Language tags: BCP-47 in form, RFC 4647 lookup in matching."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-(?:[A-Za-z]{2}|\d{3}))?(-[A-Za-z0-9]{5,8})*")

# Languages whose two-letter code may be read out of a file name or a table header. Codes that are also common
# words in file names (as, is, it is kept: Italian; to, so, no, my, or) are left out unless widely translated.
KNOWN = frozenset(
    "ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id it ja ka kk ko ky lt lv mk "
    "ms nb nl nn pl pt ro ru sk sl sq sr sv th tr uk ur uz vi zh".split()
)


def is_tag(text: str) -> bool:
    """Whether the text has the form of a BCP-47 tag as translations use them (language, script, region, variant)."""
    return bool(TAG.fullmatch(text.replace("_", "-")))


def is_known(text: str) -> bool:
    """Whether the text is a tag of a language that files are named after: `en`, `pt-BR`, `zh_Hant`."""
    return is_tag(text) and primary(text) in KNOWN


def canonical(tag: str) -> str:
    """`PT_br` to `pt-BR`, `zh-hant` to `zh-Hant` (RFC 5646, section 2.1.1)."""
    parts = tag.replace("_", "-").split("-")
    formed = [parts[0].lower()]
    for part in parts[1:]:
        formed.append(
            part.title() if len(part) == 4 and part.isalpha() else part.upper() if len(part) == 2 else part.lower()
        )
    return "-".join(formed)


@lru_cache(maxsize=1024)
def primary(tag: str) -> str:
    """The language alone: `pt-BR` to `pt`."""
    return tag.replace("_", "-").split("-")[0].lower()


def fallbacks(tag: str) -> list[str]:
    """RFC 4647 lookup, section 3.4: the tag, then ever shorter prefixes; single-letter subtags go with the next."""
    parts = canonical(tag).split("-")
    found = []
    while parts:
        found.append("-".join(parts))
        parts.pop()
        if parts and len(parts[-1]) == 1:
            parts.pop()
    return found


def lookup(wanted: str, available: Iterable[str]) -> str | None:
    """The best of the available tags for the wanted one: `en-GB` finds en-GB, then en; `pt-BR` never finds pt-PT."""
    by_form = {canonical(tag): tag for tag in available}
    for tag in fallbacks(wanted):
        if tag in by_form:
            return by_form[tag]
    return None


def serves(offered: Iterable[str], tag: str) -> bool:
    """Whether something made for the offered languages serves this tag; nothing offered means every language."""
    languages = tuple(offered)
    return not languages or (bool(tag) and lookup(tag, languages) is not None)
