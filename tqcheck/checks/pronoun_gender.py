"""A thing is taken up by “he” or “she” in the next sentence, or a person by “it”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.checks.base import Context, Needs, SegmentCheck
from tqcheck.language.dates import month
from tqcheck.language.english_verbs import BASES, FINITE_AUXILIARIES, is_past, is_singular_present
from tqcheck.language.lazy import lazy
from tqcheck.language.things import BODIES, OCCUPATIONS, is_thing, may_be_person
from tqcheck.language.words import Word
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment
from tqcheck.model.text import Span

GATE = lazy(r"[.!?…][\"”’»)\]]*\s+(?:He|She|It)\s")
DETERMINERS = frozenset("the this that our its their a an another each every such any no".split())
ENDS_HEAD = frozenset(
    "of in on for with at by from to between among about against under over through during within without into as which that and or "
    "also not where when after before since adopted signed published created based proposed developed held made called concerning "
    "regarding aimed designed established introduced drawn prepared approved".split()
)
"""What ends the first noun phrase's core; its last word is the head."""
HUMAN_VERBS = frozenset(
    "says said thinks thought believes believed wants wanted knows knew hopes hoped feels felt adds added notes noted went goes came "
    "comes walks walked looks looked turned turns smiled laughed cried asked asks told tells tried tries decided decides loved loves "
    "liked likes hates hated saw sees heard hears sat sits stood slept ate drank drinks eats lives lived speaks spoke explained "
    "explains argued argues insisted insists claimed claims wrote writes reads met meets married died dies resigned promised refused "
    "agreed agrees thanked thanks expressed expresses stressed stresses emphasized emphasizes emphasised emphasises recalled recalls "
    "pointed points admitted admits denied denies arrived left leaves visited visits can't couldn't wishes wished needs needed did does "
    "didn't doesn't had has plans planned intends complained sighed shrugged nodded opened closed sent answered replied took "
    "remembered remembers understands understood imagined dreams worried fears played plays won wins lost studied studies teaches "
    "mentioned mentions suggested suggests considers considered proposed proposes accused accuses urged urges called calls holds keeps sings dances drinks smokes buys sells pays carries wears drives "
    "owns talks sleeps sits stands waits watches finds gets runs flies rides smiles laughs cries nods shouts dreams suffers walks finds uses".split()
) - {"has", "needs", "does", "doesn't", "leaves", "points", "opened", "had"}
HUMAN_STATES = frozenset(
    "confident sure happy sad convinced ready afraid aware glad proud sorry tired angry married dead alive born certain hungry busy "
    "right wrong worried young sick ill pregnant retired survived rich poor smart clever kind in at here there back home going trying "
    "looking working waiting talking speaking planning doing getting coming living sitting standing known said arrested sentenced "
    "accused charged elected appointed fined killed injured wounded hospitalised hospitalized detained released survived "
    "the my our his her one who also's a an not".split()
)
"""After “he is” these are said of people first of all, or leave it open who is meant."""
THING_PASTS = frozenset(
    "consisted contained provided included allowed enabled helped covered aimed entered applied regulated established envisaged implied "
    "required ensured defined promoted contributed served lasted reflected showed remained depended replaced consists united "
    "concerned related belonged corresponded led caused resulted destroyed cost "
    "killed claimed affected changed brought damaged replaced connected linked strengthened weakened".split()
)
THING_STATES = frozenset(
    "successful short brief long effective costly expensive unprecedented symbolic productive fruitful adopted signed approved published designed based intended created built developed introduced ratified drafted implemented launched "
    "established aimed useful effective valid binding flexible universal comprehensive necessary unique important available possible "
    "held completed concluded cancelled suspended applied regulated followed accompanied due subject called dedicated devoted "
    "postponed supplemented amended extended opened composed made divided rejected cleaned discussed destroyed damaged repaired rebuilt renewed revised cancelled canceled abandoned "
    "installed tested filled painted translated printed sold bought removed delivered produced manufactured financed funded organised "
    "organized renamed restored demolished abolished lifted imposed broken written supported considered".split()
)
"""Said of things; in the past tense only these count, for stories move from things to people at every step."""
HUMAN_BASES = frozenset(
    "say think ask tell go return speak meet try believe want hope feel add note walk look turn love like see hear sit stand sleep eat drink "
    "live explain argue insist claim write read marry die resign promise refuse agree thank admit deny arrive leave visit wish plan play win "
    "lose study teach mention suggest consider propose accuse urge call attend travel fly choose decide sign testify talk answer reply run vote "
    "fight take get make give have come stay wait watch wear work pay buy sell join find learn know understand remember".split()
)
HUMAN_PASTS = frozenset(
    "gone come said told asked written met lost won died left returned visited worked lived been made taken given seen heard got played studied "
    "promised refused agreed denied admitted decided married resigned arrived called urged signed accused expressed had spent known learned "
    "done become served held found spoken travelled".split()
)
"""“He has gone”: said of people first of all, or of both."""
HANDLED = frozenset(
    "stopped punished told warned helped saved protected informed asked invited elected appointed arrested released killed sentenced tried "
    "remembered forgiven forgotten heard seen trusted rewarded known sacked fired dismissed".split()
)
"""“He must be stopped”: what is done to people."""
BODY_PASTS = frozenset(
    "found decided adopted approved rejected discussed considered recommended elected issued included expressed concluded established "
    "examined investigated voted heard held ruled published".split()
)
ONLY_PEOPLE = frozenset(
    "greeted smiled laughed nodded sighed shrugged wept cried apologised apologized resigned married retired sat slept ate drank "
    "graduated walked spoke lives loves thinks thought believes knew knows wants wanted hopes hoped remembers remembered studied teaches "
    "taught wishes feels felt whispered shouted".split()
)
ALSO_PEOPLE = frozenset(
    "promised said told asked announced explained helps helped wrote thanked answered replied refused added says met visited".split()
)
"""Said of people; of letters and plans only where one stands before."""
OWNED = frozenset(
    "meaning importance significance effect impact advantages chapters parts pages sections articles provisions length".split()
)
"""What “he has” when “he” is a thing."""
ANIMALS = frozenset("dog cat horse cow bird animal bull bear lion wolf baby child puppy kitten parrot".split())
ADVERBS = frozenset(
    "also already only not still now thus therefore again then even often always never just itself very so too quite more most".split()
)
UNNAMED = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday European Union United Nations Geneva Moscow Kyiv Minsk Washington London Paris "
    "Berlin Brussels Vienna Warsaw Prague Tbilisi Sukhum Russia Ukraine Georgia Armenia Azerbaijan Belarus Germany France Italy Spain "
    "Poland Turkey China Japan America Europe Asia Africa Caucasus Abkhazia Ossetia South North East West Black Sea Baltic Russian "
    "Ukrainian Georgian Armenian German French Italian Spanish Polish Turkish Chinese Japanese American British English Abkhaz Ossetian "
    "Soviet Council Security Parliament Assembly State Republic Constitution Convention Treaty Agreement Ministry Commission Committee "
    "Federation Internet University Institute Central World War".split()
)
"""Capitalised words that are surely no person's name; any other silences the check."""


@dataclass(frozen=True, slots=True)
class Options:
    things: tuple[str, ...] = ()
    """More nouns, lower-case and singular, that “he” and “she” cannot take up."""


def run(segment: Segment, options: Options, context: Context) -> Iterator[Issue]:
    prose = context.prose(segment.target)
    if not GATE.search(prose):
        return
    found = context.words(segment.target)
    at = 0
    before: list[Word] = []
    someone = False
    for sentence in context.sentences(segment.target):
        start = at
        while at < len(found) and found[at].start < sentence.end:
            at += 1
        words = found[start:at]
        first = words[0].text if len(words) > 2 and before and words[0].start == sentence.start else ""
        if first == "It" and (person := _taken_up_by_it(before, words)):
            yield Issue("person", Span(words[0].start, words[0].end), {"person": person}, evidence={"person": person})
        if first in {"He", "She"} and not someone:
            thing = _thing(before, prose, options)
            if thing and _said_of_things(words, thing.casefold() in BODIES):
                yield Issue(
                    "thing", Span(words[0].start, words[0].end), {"pronoun": words[0].text, "thing": thing},
                    suggestions=("It",), evidence={"thing": thing},
                )  # fmt: skip
        # Once a person is on the stage, “he” may reach back over several sentences.
        someone = someone or any(_person(word, number == 0) for number, word in enumerate(words))
        before = words


def _person(word: Word, first: bool) -> bool:
    text = word.text
    if may_be_person(text.casefold().replace("’", "'")):
        return True
    if not text[0].isupper() or (text.isupper() and len(text) > 1):
        return False
    return not first and text not in UNNAMED and not month(text, "en")


def _taken_up_by_it(before: Sequence[Word], words: Sequence[Word]) -> str:
    """The person, the only possible subject before, whom “it” takes up with a verb of people."""
    if before[0].text.casefold() not in {"the", "my", "our", "his", "her", "their"} or len(before) < 3:
        return ""
    person = before[1].text
    others = [word.text.casefold() for word in before[2:]]
    at = 1
    while at < len(words) - 1 and (words[at].text in ADVERBS or words[at].text.endswith("ly")):
        at += 1
    verb = words[at].text
    if person not in OCCUPATIONS or any(word in BODIES or word in ANIMALS for word in others):
        return ""
    if any(word.text[0].isupper() for word in before[2:]) or others[0] in {"of", "in", "for", "and", "or", "whose"}:
        return ""
    if verb in ONLY_PEOPLE:
        return person
    return person if verb in ALSO_PEOPLE and not any(is_thing(word) for word in others) else ""


def _thing(words: Sequence[Word], prose: str, options: Options) -> str:
    """The head of the sentence's subject, if it names a thing."""
    if words[0].text.casefold() in BASES and len(words) > 2 and words[1].text in DETERMINERS:
        words = words[1:]  # “Open the valve.”
    if words[0].text.casefold() not in DETERMINERS:
        return ""
    for at in range(1, min(len(words), 8)):
        word = words[at].text.casefold()
        gap = prose[words[at - 1].end : words[at].start]
        finite = at > 1 and (
            word.endswith("ly")
            or word in FINITE_AUXILIARIES
            or is_past(word)
            or (is_singular_present(word) and not is_thing(word))
        )
        if finite or word in ENDS_HEAD or (at > 1 and not gap.isspace() and gap != "-"):
            head = words[at - 1].text.casefold()
            return words[at - 1].text if at > 1 and (is_thing(head) or head in options.things) else ""
    return ""


def _said_of_things(words: Sequence[Word], body: bool) -> bool:
    """Whether what follows “he” can be said of a thing, and is not first of all said of people."""
    texts = [word.text for word in words]
    at = _skip(texts, 1)
    verb, follow = texts[at], _skip(texts, at + 1)
    after = texts[follow] if follow < len(texts) else ""
    if verb in {"is", "was"}:
        if after == "being" and follow + 1 < len(texts):
            after = texts[follow + 1]
        if after in {"a", "an", "the", "one"}:
            return verb == "is" and _names_thing(texts, follow + 1)
        return after in THING_STATES if verb == "was" else after not in HUMAN_STATES and not after.endswith("ing")
    if verb == "has":
        if after == "been":
            return follow + 1 < len(texts) and texts[follow + 1] in THING_STATES
        if is_past(after):
            return after not in HUMAN_PASTS
        if after in {"a", "an", "no", "the", "many", "several", "great", "huge", "important"}:
            return not OWNED.isdisjoint(texts[follow + 1 : follow + 4])
        return False
    if verb in {"will", "can", "may", "should", "must", "cannot"}:
        if after == "be" and follow + 1 < len(texts):
            state = texts[_skip(texts, follow + 1)]
            return state in THING_STATES or (is_past(state) and state not in HANDLED)
        return after in BASES and after not in HUMAN_BASES
    if verb in HUMAN_VERBS:
        return False
    return (
        verb in THING_PASTS
        or (body and verb in BODY_PASTS)
        or (verb.endswith("s") and not verb.endswith("ss") and not is_past(verb))
    )


def _skip(texts: Sequence[str], at: int) -> int:
    while at < len(texts) - 1 and (texts[at] in ADVERBS or texts[at].endswith("ly")):
        at += 1
    return at


def _names_thing(texts: Sequence[str], at: int) -> bool:
    """Whether the noun phrase from `at` has a thing, or nothing but a superlative, for its head."""
    end = at
    while end < min(at + 5, len(texts)) and texts[end] not in ENDS_HEAD:
        end += 1
    if end == at:
        return False
    return is_thing(texts[end - 1]) or (
        end - at == 1 and texts[at].endswith("est") and texts[at] not in {"guest", "priest"}
    )


CHECK = SegmentCheck(
    id="pronoun-gender",
    category=Category.GRAMMAR,
    severity=Severity.MAJOR,
    confidence=0.65,
    messages={
        "person": "“It” takes up “{person}”, a person: English needs “he” or “she”.",
        "thing": "“{pronoun}” takes up “{thing}”, a thing: English needs “it”; the source language may give things a gender.",
    },
    options=Options,
    needs=Needs(languages=("en",)),
    preview=True,
    run=run,
)
