"""An English article stands where it cannot, or “a” and “an” do not fit the next sound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tqcheck.checks.base import Needs, SegmentCheck
from tqcheck.checks.context import Context
from tqcheck.language.lazy import lazy
from tqcheck.language.sounds import begins_with_vowel
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment
from tqcheck.model.text import Span

# Names that never take “the” by themselves. Left out: names that a river shares (Jordan, Niger, Senegal, Congo),
# names used both ways (Ukraine, Sudan, Lebanon, Gambia, Yemen, Crimea), names of ships, papers and hotels.
PLACES = """
Afghanistan|Albania|Algeria|Andorra|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahrain|Bangladesh
Barbados|Belarus|Belgium|Belize|Benin|Bhutan|Bolivia|Botswana|Brazil|Brunei|Bulgaria|Burundi|Cambodia|Cameroon
Canada|Chile|China|Colombia|Croatia|Cuba|Cyprus|Denmark|Djibouti|Ecuador|Egypt|England|Eritrea|Estonia|Ethiopia
Fiji|Finland|France|Gabon|Georgia|Germany|Ghana|Greece|Grenada|Guatemala|Guinea|Guyana|Haiti|Honduras|Hungary
Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Jamaica|Japan|Kazakhstan|Kenya|Kosovo|Kuwait|Kyrgyzstan
Laos|Latvia|Lesotho|Liberia|Libya|Liechtenstein|Lithuania|Luxembourg|Madagascar|Malawi|Malaysia|Mali|Malta
Mauritania|Mauritius|Mexico|Moldova|Monaco|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nepal
Nicaragua|Nigeria|Norway|Oman|Pakistan|Palestine|Panama|Peru|Poland|Portugal|Qatar|Romania|Russia|Rwanda|Samoa
Scotland|Serbia|Singapore|Slovakia|Slovenia|Somalia|Spain|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania
Thailand|Tunisia|Turkey|Türkiye|Turkmenistan|Uganda|Uzbekistan|Venezuela|Vietnam|Wales|Zambia|Zimbabwe|Abkhazia
Transnistria|Chechnya|Dagestan|Siberia|Catalonia|Bavaria|Scandinavia|Chinese Taipei|Europe|Asia|Africa
Antarctica|South Ossetia|North Ossetia|South Korea|North Korea|South Africa|Saudi Arabia|Sri Lanka|New Zealand
North Macedonia|Great Britain|Latin America|Central Asia|Costa Rica|El Salvador|Sierra Leone|Puerto Rico
Eastern Europe|Western Europe|Central Europe|South America|North America|Northern Ireland|Amman|Ankara|Ashgabat
Astana|Athens|Baghdad|Baku|Bangkok|Batumi|Beijing|Beirut|Belgrade|Berlin|Bishkek|Bratislava|Brussels|Bucharest
Budapest|Cairo|Canberra|Chisinau|Damascus|Delhi|New Delhi|Dublin|Dushanbe|Geneva|Hanoi|Helsinki|Hong Kong
Islamabad|Istanbul|Jakarta|Jerusalem|Kabul|Kathmandu|Kharkiv|Kyiv|Lisbon|Ljubljana|London|Lviv|Madrid|Manila
Minsk|Moscow|Nairobi|New York|Odesa|Oslo|Ottawa|Paris|Prague|Pretoria|Pyongyang|Reykjavik|Riga|Rome|Sarajevo
Seoul|Shanghai|Sochi|Stockholm|Sukhum|Sukhumi|Tallinn|Tashkent|Tbilisi|Tehran|Tel Aviv|Tirana|Tokyo|Tskhinval
Tskhinvali|Vienna|Vilnius|Warsaw|Yerevan|Zagreb
"""
NAMES = "|".join(sorted("|".join(PLACES.split("\n")).strip("|").split("|"), key=lambda name: (-len(name), name)))
# After the name: a finite verb or an auxiliary. Participles of compounds (made, backed, led) are left out.
VERBS = (
    "has have had is was were are will would can could may might must should did does do said says announced "
    "announces signed signs won became becomes remains remained launched supports supported decided decides wants "
    "wanted called refused refuses agreed agrees began begins started lost joined introduced plans accused accuses "
    "rejected declared declares opened voted hosted hosts holds sent offered recognised recognized received expects "
    "expected continues continued needs needed seeks demanded demands told also not never already still now intends "
    "hopes believes considers considered insists insisted took takes gave gives"
)
PLACE_WORDS = frozenset(name.split()[0] + ending for name in NAMES.split("|") for ending in ("", "'s", "’s"))
PLACE = lazy(
    rf"([Tt](?<![\w'’-][Tt])he)\s+({NAMES})"
    rf"(?:['’]s(?=\s+[a-z])|(?=[ ](?:{VERBS.replace(' ', '|')})\b)|(?=[.;!?](?:\s|[\"”’)]|$))"
    r"|(?=,\s+[a-z])|(?=[\"”)]*$)"
    r"|(?=[ ](?!based|backed|led|related|made)[a-z]+(?:ed|came|went|left)\s"
    r"(?:the|an?|to|that|its|his|their|on|in|at|with|from|for|late|early|last)\b)"
    r"|(?=[ ](?:with|against|by|for|from|on|until|since|because|but|and)\s(?![A-Z])(?!which|whom|where)))"
)
# Ships are called after people too: only what people do tells them apart.
TITLES = frozenset("President Chancellor Professor Pope Mr Mrs Ms Dr".split())
TITLED = lazy(
    r"([Tt](?<![\w'’-][Tt])he (President|Chancellor|Professor|Pope|(?:Mr|Mrs|Ms|Dr)\.?))(?: [A-Z][\w'’-]+){1,2} "
    r"(?=(?:said|says|told|announced|added|noted|stressed|stated|believes|thinks|explained|met|visited|replied|asked|declared)\b)"
)
RESTRICTED = lazy(r",?\s+(?:who|whose|where|that|which|I|we|he|she|they|you|as|of|in)\b")

INDEFINITE = lazy(r"([Aa](?<![\w'’.&/+\-\ufffc][Aa])n?)[ \u00a0]+(?=[\"“‘«]?((?:[^\W_]|['’])+))")
PAIR = lazy(
    r"(?<![\w'’\-\"“‘])(?:[Tt]he (?:an?)|[Aa]n? the|[Aa] an|[Aa]n a|(?:[Tt]he|[Aa]n?) (?:my|your|our|their|its)"
    r"|(?:my|our|their) (?:the|an?))(?= [a-z])"
)
DETERMINERS = frozenset("The the A a An an my your our their its".split())
INDEFINITES = frozenset("A a An an".split())
PHRASES = lazy(r"\s+(?:cappella|capella|priori|posteriori|la|fortiori|lot|few|little|propos|and|or)\b")
"""What may follow “the a”: the a priori method; “a” or “the” named as words."""
UNCOUNTED = (
    "advice equipment evidence furniture homework housework information knowledge luggage baggage news progress "
    "research software hardware machinery clothing money"
)
PLURAL = "talks negotiations elections sanctions troops goods trousers clothes weapons refugees"
QUALITIES = (
    "useful important new good valuable additional interesting great further detailed relevant modern bad big "
    "scientific official latest necessary special reliable recent military medical technical full complete false "
    "strong clear certain big different"
)
MASS = lazy(
    rf"(?<![\w'’.-])([Aa]n?)\s+(?:(?:{QUALITIES.replace(' ', '|')})\s+)?({f'{UNCOUNTED} {PLURAL}'.replace(' ', '|')})"
    r"(?=[.;:!?](?:\s|[\"”’)]|$)|,(?!\s+[\w-]+(?:,|\s+and|\s+or)\b)"
    r"|\s+(?:about|on|from|that|which|is|was|has|will|in|for|with|by|to|between|at|last|this|next|yesterday|today|when|if"
    r"|before|after|because)\s)"
)
MASS_WORDS = frozenset(f"{UNCOUNTED} {PLURAL}".split())
# Letters as names of things, and words of other languages: “a” is no article before these.
NO_ARTICLE = frozenset(
    "is in and or are as at of on if it after also although un una el il al os a an i e o u us the la le der "
    "die das den dem de du des to be by for with from that this was were has".split()
)


@dataclass(frozen=True, slots=True)
class Options:
    allow: tuple[str, ...] = ()
    """Words that may follow the article all the same, as written: names of ships, teams, papers."""


def run(segment: Segment, options: Options, context: Context) -> Iterator[Issue]:
    prose = context.prose(segment.target)
    if prose.isupper():
        return
    strings = context.strings(segment.target)
    allowed = set(options.allow)
    taken: set[int] = set()
    # Two determiners in a row: a byte for each word, one where it is such.
    for match in PAIR.finditer(prose) if b"\1\1" in bytes(map(DETERMINERS.__contains__, strings)) else ():
        if not PHRASES.match(prose, match.end()):
            taken.add(match.start())
            yield Issue("two", Span(*match.span()), {"words": match.group()})
    for match in MASS.finditer(prose) if not MASS_WORDS.isdisjoint(strings) else ():
        if match.group(2) not in allowed and not (
            match.group(2) == "knowledge" and prose.startswith(" of", match.end())
        ):
            taken.add(match.start())
            without = prose[match.end(1) : match.end()].lstrip()
            message = "plural" if match.group(2) in PLURAL.split() else "mass"
            yield Issue(
                message,
                Span(match.start(1), match.end()),
                {"words": match.group(), "noun": match.group(2)},
                suggestions=(without,),
            )
    for match in INDEFINITE.finditer(prose) if not INDEFINITES.isdisjoint(strings) else ():
        if match.start() not in taken and match.group(2) not in allowed:
            yield from _sound(prose, match)
    if "he " in prose:
        for match in TITLED.finditer(prose) if not TITLES.isdisjoint(strings) else ():
            yield Issue("title", Span(*match.span(1)), {"title": match.group(2)}, suggestions=(match.group(2),))
        for match in PLACE.finditer(prose) if not PLACE_WORDS.isdisjoint(strings) else ():
            if match.group(2) not in allowed and not RESTRICTED.match(prose, match.end()):
                yield Issue(
                    "place", Span(match.start(), match.end(2)), {"name": match.group(2)}, suggestions=(match.group(2),)
                )


def _sound(prose: str, match: re.Match[str]) -> Iterator[Issue]:
    article, word = match.group(1), match.group(2)
    bare = word.replace("’", "'").partition("'")[0]
    if not bare or bare in NO_ARTICLE:
        return
    if article[0] == "A" and (word[0].isupper() or not _begins(prose, match.start())):
        return  # plan A, An Nguyen, An Post
    vowel = begins_with_vowel(bare)
    if vowel is None or vowel == (len(article) == 2):
        return
    right = ("A" if article[0] == "A" else "a") + ("n" if vowel else "")
    yield Issue("sound", Span(*match.span(1)), {"article": article, "right": right, "word": word}, suggestions=(right,))


def _begins(prose: str, at: int) -> bool:
    """Whether a sentence begins here."""
    before = prose[:at].rstrip(' \u00a0"“‘«(—–-')
    return not before or before[-1] in ".!?:…\n"


CHECK = SegmentCheck(
    id="article-misused",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    confidence=0.9,
    messages={
        "place": "“{name}” takes no article: “the” came in because the source language has none to compare with.",
        "sound": "“{article}” does not fit the sound “{word}” begins with: “{right} {word}”.",
        "mass": "“{noun}” cannot be counted in English, so “{words}” cannot have “a” or “an”.",
        "plural": "“{noun}” is plural, so “{words}” cannot have “a” or “an”.",
        "title": "“{title}” before a name takes no article.",
        "two": "Two determiners in a row, “{words}”: one of them is too many.",
    },
    options=Options,
    needs=Needs(languages=("en",)),
    run=run,
)
