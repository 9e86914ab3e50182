"""Slips that give one name two spellings: an ending carried over from the source, a mistyped letter in a long name."""

from __future__ import annotations

import re

from anyascii import anyascii
from rapidfuzz.distance import OSA

from tqcheck.language.romanization import bare_letters

# What a name ends in, and the case endings that Slavic languages put there. A bare -a is left out where it makes the
# woman's name (Ivanova); -yan, -ich, -uk and -enko have none of their own.
ENDINGS = tuple(
    (re.compile(f"(?P<cut>{cut})$"), tuple(endings.split()))
    for cut, endings in (
        ("(?<=[oe]v)|(?<=[iy]n)", "ym im u om em e ymi ykh"),
        ("(?<=ov)|(?<=ev)", "ymi yh"),
        ("(?<=[aeiouy]v)", "u ym om"),
        ("(?<=enk)o", "a u e om oi ovi"),
        ("(?<=[^aeiou])o", "om"),
        ("(?<=[sc]k)(?:yi|yy|iy|ii|ij|y|i)", "ogo oho omu im ym om iego iemu oho oi oy uiu uyu"),
        ("(?<=[iy]ć)|(?<=ic)|(?<=ich)|(?<=ych)|(?<=icz)|(?<=ić)", "a u em om om ie owi ovi iem"),
        ("(?<=uk)|(?<=ak)|(?<=ik)|(?<=yan)|(?<=sk)|(?<=hrad)|(?<=grad)|(?<=gorod)", "a u om em e ovi owi"),
        ("(?<=[bcdfgklmnprstvzšžčň])", "om ovi owi em"),
        ("(?<![sc]k)(?<=[^aeiou])a", "y u oi oy oyu oiu ou"),
        ("(?<=[^aeiou])ia|(?<=[^aeiou])ya", "iei yei iu yu"),
    )
)
STEM = 4
"""Letters before the ending."""
LONG = 9
"""Letters of a name in which a single slip leaves no other name."""


def declined(word: str) -> set[str]:
    """What the name would be in another case, in small letters; also without its accents."""
    made = set()
    for folded in {word.casefold(), anyascii(word.casefold()).lower()}:
        for pattern, endings in ENDINGS:
            if (match := pattern.search(folded)) and match.start("cut") >= STEM:
                made |= {folded[: match.start("cut")] + ending for ending in endings}
    return made


def slip_keys(word: str) -> set[str]:
    """Long names that share one may differ by a slip of the keyboard: two neighbours swapped, a letter left out."""
    bare = bare_letters(word)
    if len(bare) < LONG:
        return set()
    swapped = {f"swapped {bare[0]}{''.join(sorted(bare[1:]))}"}
    return swapped | {f"without {bare[:at]}{bare[at + 1 :]}" for at in range(1, len(bare) - 1)} | {f"without {bare}"}


def slipped(a: str, b: str) -> bool:
    """Whether one letter was left out, doubled or swapped with its neighbour inside a long name."""
    one, other = sorted((bare_letters(a), bare_letters(b)), key=len)
    return (
        len(one) >= LONG
        and one[0] == other[0]
        and one[-1] == other[-1]
        and (len(one) == len(other) or one[-2:] == other[-2:])
        and OSA.distance(one, other) == 1
        and (len(one) != len(other) or sorted(one) == sorted(other))
    )
