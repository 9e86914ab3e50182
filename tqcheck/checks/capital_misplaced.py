"""A common word has a capital in mid-sentence, a sentence begins small, or a title is capitalised unevenly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tqcheck.checks.base import DocumentCheck, NoOptions
from tqcheck.checks.context import Context
from tqcheck.language.dates import month_pattern
from tqcheck.language.lazy import lazy
from tqcheck.language.sentences import ABBREVIATION_SETS
from tqcheck.model.finding import Category, Location, Severity
from tqcheck.model.issue import Conclusion, Fact, Observation
from tqcheck.model.segment import Segment
from tqcheck.model.text import Span

# Words that no name or title of one word is likely to be; Romance weekdays take no capital either. Left out: Will, May, Can, An, A, Us, So, No, On, Who;
# forms of address (Sie, Вы, Pan); in Romance and Dutch the articles, since titles there begin with them (“La peste”).
FUNCTION = {
    "en": "the it they he she we you this that these those his its her their our your which whose them him of in by "
    "for with from to into about after before between through during against under over at and or but if because "
    "while when where although though as is are was were be been has have had does did would could should must also "
    "than there then however such not",
    "de": "der die das und oder aber weil dass ist sind war wurde wurden hat haben hatte hatten werden wird mit von "
    "bei im am den dem eine einen einem einer wir er es auf für nach sich nicht auch als wie",
    "fr": "il elle on et mais est sont était étaient ont avait avec dont car qui que ils elles nous cette ces ainsi "
    "puis ou donc dans pour sans pendant depuis selon lundi mardi mercredi jeudi samedi dimanche",
    "es": "y pero es son fue fueron ha han había con que ellos ellas esta estos estas también porque donde como ser en para sin hasta desde según lunes martes miércoles jueves viernes",
    "it": "e ma è sono era erano ha hanno aveva con che loro questa questi queste anche perché dove come nel nella per senza dopo durante secondo lunedì martedì mercoledì giovedì venerdì",
    "pt": "e mas é são foi foram tem têm havia com que eles elas esta este estes estas também porque onde como",
    "nl": "en maar is zijn was werd werden heeft hebben had met voor bij naar ook niet die dat wij zij omdat hij "
    "wordt worden",
    "ru": "и в на но а что как это он она они мы для из от по при был была было были его её их также который которая "
    "которые не с у за или если когда будет будут",
    "uk": "і в на але а що як це він вона вони ми для із від по при був була було були його її їх також який яка які "
    "не з у за або якщо коли буде будуть та",
    "pl": "i w na ale a że jak to on ona oni dla z od po przy był była było były jego jej ich także który która "
    "które nie lub jeśli kiedy jest są będzie oraz",
    "cs": "a v na ale že jak to on ona oni pro z od po při byl byla bylo byly jeho její jejich také který která "
    "které ne nebo jestliže když je jsou bude se si",
}  # fmt: skip
# A film “It”, a band “Them”: the word before names what is named; and words spoken of as words.
NAMED_BY = frozenset(
    "film movie novel book song album band group show series musical play magazine newspaper single track "
    "called titled entitled named word words pronoun article preposition conjunction letter button key option "
    "tab menu press click select choose brand app club label site website company firm game event podcast "
    "chapter section part figure table rule step item page paragraph clause roman lied buch wort gruppe "
    "zeitschrift фильм роман слово группа книга песня canción novela película libro poema obra canzone romanzo "
    "canção livro chanson livre piosenka książka píseň kniha фільм пісня".split()
)
LEADS = frozenset("In Since By From Until On Im Seit Bis Ab En Depuis Desde Nel Dal Em W Od V В У С З".split())
"""What stands before a year at the beginning of a sentence."""
DIVINE = lazy(r"\b(?:God|Lord|Jesus|Christ|Allah|Almighty|Creator|Heaven|Prophet)\b")
REVERED = frozenset("he him his you your".split())

LETTER = r"[^\W\d_]"
STARTS_SMALL = lazy(r"\s*(?:[\"“„«](?=(?:[^\W_]+[ ,']+){3}))?([^\W\d_]+(?:['’][^\W\d_]+)?)(?=[\s,;]|$)")
ENDS = frozenset(".!?…։።।؟")
CLOSERS = "\"'”’»“)]"
HOLDING = frozenset("\"'”’»“")
HELD = lazy(r"[,?!…–—-][\"'”’»“]\s*$")
CAPITAL = lazy(r"[\s\"'“„«‘(\[¿¡—–-]*([^\W\d_])")
# Names and particles of names that keep their small letter where a sentence begins.
SMALL_NAMES = frozenset(
    "de van von der den ter ten di da del della dei du des des la le les el al bin ibn bint dos das zu zur af "
    "av d l t s n iphone ipad ipod ipados ios macos ebay adidas etc i e a x y z www http https npm pip git "
    "sudo curl".split()
)
OPENERS = frozenset("the it this they he she we there these".split())
"""Words that do not follow a name and an abbreviation's stop."""
STOP_SMALL = lazy(r"\.[ \u00a0]+[^\W\dA-ZА-Я_]")
AFTER_STOP = lazy(r"(?<=\s)([^\W\d_]{4,})\.[ \u00a0]+([^\W\d_]+)(?=[ ,][^\W\d_])")
# Shortened words of four letters and more; shorter ones never count as the end of a sentence.
SHORTENED = frozenset(
    "approx incl excl dept prof assoc govt corp misc resp orig cont abbr pres secr cert temp spec supp intl "
    "natl univ elev rept mssrs messrs capt comm cmdr maj supt hons ltda bros evtl inkl exkl sogen gegr verh "
    "bspw einschl zzgl abzgl vgl insb allg entspr urspr betr max min etwa bezgl ungef usw bzw ggf mind approx "
    "etab exempl env chap prof dott sigg tipo fig figs tabl verm vols nota изд кварт просп наб корп бульв "
    "респ губ просп примеч проф илл соч переп библ напр приблиз просп".split()
)

THINGS = (
    "agriculture aid arms assistance commerce communications construction cooperation co-operation culture customs "
    "defence defense development disarmament ecology economy education employment energy environment finance "
    "fisheries forestry friendship health housing industry information innovation investment justice labour labor "
    "migration navigation neighbourliness partnership peace protection reconciliation resettlement research science "
    "security solidarity sport sports stability technology telecommunications tourism trade transit transport "
    "transportation youth"
)
THING = THINGS.replace(" ", "|")
KINDS = (
    "Agreement|Treaty|Convention|Protocol|Memorandum|Pact|Charter|Declaration|Ministry|Department|Committee|Commission"
    "|Council|Minister|Accord|Agency|Office"
)
ONE_THING = rf"(?:(?:the|mutual|good|social|economic)\s+)?(?:{THING})"
TITLE = lazy(rf"\b(?:{KINDS})[ ]+(?:on|of|for)\s+({ONE_THING}(?:(?:,|,?\s+and|\s+&)\s+{ONE_THING}){{1,6}})", re.I)
KIND_WORDS = frozenset(form for kind in KINDS.split("|") for form in (kind, kind.upper()))
TITLE_WORD = lazy(
    "(?:Agree|Trea|Conven|Proto|Memo|Pact|Char|Decl|Mini|Depart|Comm|Coun|Acc|Agen|Off)[a-z]+ (?:on|of|for) "
)
THING_WORD = lazy(rf"\b(?:{THING})\b", re.I)
PAIRED = lazy(
    r"\b(?:Ministry|Minister|Department|Committee|Commission|Council)\s+(?:of|for|on)\s+(?:the\s+)?"
    r"(?:Foreign|Internal|Economic|Social|Public|Legal|Home|Veterans)\s+(affairs|security|policy|health|relations|development)\b"
)


# Names whose parts are all capitalised: a small part, or a small part before a capital one.
HALF_SMALL = lazy(
    r"\b(?:(foreign|internal|home) (?=Affairs\b)|(general) (?=(?:Staff|Assembly)\b)|(united) (?=(?:Nations|Kingdom)\b)"
    r"|(security|supreme|social) (?=Council\b)|(european) (?=(?:Union|Commission|Parliament)\b)|(world) (?=Bank\b))"
    r"|\bUnited (nations|kingdom)\b|\bEuropean (union)\b"
)
HALVES = frozenset(
    half + ending
    for half in "Affairs Staff Assembly Council Nations Kingdom Union Commission Parliament Bank United European".split()
    for ending in ("", "'s", "’s")
)
ASKED = lazy(
    r"(?<=\s)([a-z]{3,})[?!] +"
    r"(the|did|do|does|is|are|was|were|what|where|how|why|this|that|there|if|but|and|have|has|can|could)(?= [a-z])"
)


def observe(segment: Segment, options: NoOptions, context: Context) -> Iterator[Observation]:
    prose = context.prose(segment.target)
    if segment.kind in ("heading", "cell") or prose.isupper():
        return
    strings = context.strings(segment.target)
    words = CASED.get(context.target)
    if words is not None and not CASED_WORDS[context.target].isdisjoint(strings[1:]):
        for match in words.finditer(prose):
            if AFTER_WORD.match(prose, match.start()) and _in_mid_sentence(prose, match, context.target):
                yield Observation("capital", match.group(1), Span(*match.span(1)))
    if context.target == "en":
        yield from _titles(prose, strings)
    if segment.kind == "prose":
        yield from _starts(segment, prose, context)


def _in_mid_sentence(prose: str, match: re.Match[str], language: str) -> bool:
    """Whether small words stand on both sides, so that neither a title nor a name goes through the word."""
    before = WORD_BEFORE.search(prose, max(match.start() - 60, 0), match.start(1))
    after = WORD_AFTER.match(prose, match.end(1))
    if before is None or after is None or not after.group(1)[0].islower():
        return False
    word, left = match.group(1).casefold(), before.group(1)
    if word in REVERED and DIVINE.search(prose, max(match.start() - 300, 0), match.end() + 300):
        return False
    if left[0].isdigit():
        lead = WORD_BEFORE.search(prose, max(before.start() - 40, 0), before.start(1))
        return left.isdigit() and lead is not None and _leads_to_number(lead.group(1), language)
    if left[0].isupper():
        return bool(MONTH[language].fullmatch(left)) if language in MONTH else False
    return (left.casefold() not in NAMED_BY and len(left) > 1) or left in ("a", "и", "в", "і", "w", "z")


def _leads_to_number(word: str, language: str) -> bool:
    """“In 2008 It became”, “5 May 2008 It”: never “Chapter 3 The house”."""
    if language in MONTH and MONTH[language].fullmatch(word):
        return True
    return word.casefold() not in NAMED_BY and (word[0].islower() or word in LEADS)


def _titles(prose: str, strings: Sequence[str]) -> Iterator[Observation]:
    headed = not KIND_WORDS.isdisjoint(strings) and TITLE_WORD.search(prose)
    for match in TITLE.finditer(prose) if headed else ():
        things = list(THING_WORD.finditer(prose, match.start(1), match.end(1)))
        small = [thing for thing in things if thing.group()[0].islower()]
        if match.group()[0].isupper() and small and len(things) - len(small) >= len(small):
            yield from (Observation("title", thing.group(), Span(*thing.span())) for thing in small)
    for match in PAIRED.finditer(prose) if headed else ():
        yield Observation("title", match.group(1), Span(*match.span(1)))
    for match in HALF_SMALL.finditer(prose) if not HALVES.isdisjoint(strings) else ():
        group = match.lastindex or 0
        yield Observation("title", match.group(group), Span(*match.span(group)))


def _starts(segment: Segment, prose: str, context: Context) -> Iterator[Observation]:
    """How the segment begins and ends, and sentences inside it that begin small."""
    first = CAPITAL.match(prose)
    if first is None:
        return
    bare = prose.rstrip()
    ended = bare.rstrip(CLOSERS)[-1:] in ENDS
    if bare[-1:] in HOLDING and HELD.search(prose, len(bare) - 2):
        yield Observation("open", "", Span(first.start(1), first.end(1)))  # “Who?” / asked the guard.
    if first.group(1).isupper():
        yield Observation("upper" if ended else "open", "", Span(first.start(1), first.end(1)))
    small = STARTS_SMALL.match(prose) if first.group(1).islower() else None
    if small is not None:
        word = small.group(1)
        if not ended:
            yield Observation("open", "", Span(*small.span(1)))
        elif (
            word.islower()
            and (word not in SMALL_NAMES or (word in ("a", "i") and context.target == "en"))
            and len(context.words(segment.target)) >= 4
        ):
            begun = CAPITAL.match(context.prose(segment.source)) if segment.source is not None else None
            if begun is None or not begun.group(1).islower():
                sure = begun is not None and begun.group(1).isupper()
                yield Observation("sure" if sure else "start", word, Span(*small.span(1)))
    if context.target == "en" and ("? " in prose or "! " in prose):
        for match in ASKED.finditer(prose):
            yield Observation("middle", match.group(2), Span(*match.span(2)))
    if STOP_SMALL.search(prose):
        shortened = ABBREVIATION_SETS.get(context.target, frozenset()) | SHORTENED
        for match in AFTER_STOP.finditer(prose):
            left, right = match.group(1), match.group(2)
            if (
                (left.islower() or (len(left) > 4 and left.istitle() and right in OPENERS))
                and right.islower() and right not in SMALL_NAMES and left.casefold() not in shortened
                and (context.target == "en" or len(left) > 5)
            ):  # fmt: skip
                yield Observation("middle", right, Span(*match.span(2)))


def conclude(facts: Sequence[Fact], options: NoOptions, context: Context) -> Iterator[Conclusion]:
    counts: dict[str, int] = {}
    for fact in facts:
        counts[fact.key] = counts.get(fact.key, 0) + fact.count
    opened = [fact for fact in facts if fact.key == "open"]
    after_open = {place.index + 1 for fact in opened for place in fact.places}
    blind = any(fact.count > len(fact.places) for fact in opened)
    small = counts.get("start", 0) + counts.get("sure", 0) + counts.get("middle", 0)
    # A text that begins most sentences small does so on purpose: chat, verse, subtitles, wrapped lines.
    rare = small <= 3 or small * 4 <= counts.get("upper", 0)
    for fact in facts:
        for place in fact.places:
            if fact.key in ("capital", "title") or (
                rare
                and (
                    fact.key == "middle"
                    or (place.index not in after_open and (fact.key == "sure" or (fact.key == "start" and not blind)))
                )
            ):
                yield _conclusion(fact, place)


def _conclusion(fact: Fact, place: Location) -> Conclusion:
    message = {"capital": "capital", "title": "title"}.get(fact.key, "start")
    meant = fact.value[0].lower() + fact.value[1:] if message == "capital" else fact.value[0].upper() + fact.value[1:]
    return Conclusion(message, place, {"word": fact.value, "meant": meant}, suggestions=(meant,))


def _cased(words: str) -> re.Pattern[str]:
    """The words with a capital, before a space: quick to find, since nothing stands before the letters."""
    return lazy(rf"({'|'.join(sorted(_capitalised(words)))})(?=,?[ \u00a0])")


def _capitalised(words: str) -> frozenset[str]:
    return frozenset(word.capitalize() for word in words.split() if len(word) > 1)


CASED = {language: _cased(words) for language, words in FUNCTION.items()}
CASED_WORDS = {language: _capitalised(words) for language, words in FUNCTION.items()}
AFTER_WORD = lazy(r"(?<=[^\W_][ \u00a0])|(?<=[^\W_],[ \u00a0])")
"""Neither the beginning of a sentence nor after a mark."""
MONTH = {language: lazy(month_pattern(language)) for language in ("en", "de")}
WORD_BEFORE = lazy(r"(?<![@#\w])([^\W_]+(?:['’-][^\W_]+)*),?[ \u00a0]+$")
WORD_AFTER = lazy(r",?[ \u00a0]+([^\W_]+)")

CHECK = DocumentCheck(
    id="capital-misplaced",
    category=Category.SPELLING,
    severity=Severity.MINOR,
    confidence=0.9,
    messages={
        "capital": "“{word}” has a capital letter in the middle of a sentence: two sentences may have been joined.",
        "start": "A sentence begins with a small letter, “{word}”.",
        "title": "“{word}” is small among the capitalised words of a title.",
    },
    options=NoOptions,
    observe=observe,
    conclude=conclude,
)
