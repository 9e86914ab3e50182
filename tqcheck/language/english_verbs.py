"""English verb forms as far as word lists and endings tell them: no parser, so the callers ask only for what is safe."""

from __future__ import annotations

from functools import lru_cache

from tqcheck.language.irregular import IRREGULAR

BE = frozenset("am is are was were be been being isn't aren't wasn't weren't".split())
FINITE_AUXILIARIES = frozenset(
    "am is are was were isn't aren't wasn't weren't has have had hasn't haven't hadn't do does did don't doesn't didn't will won't "
    "would wouldn't shall shan't should shouldn't can cannot can't could couldn't may might must mustn't ought "
    "it's that's there's he's she's what's who's here's let's i'm i've i'd i'll you're you've you'd you'll we're we've we'd we'll "
    "they're they've they'd they'll he'll she'll it'll he'd she'd it'd that'll there'll".split()
)

# Bases whose -s form or bare form is met as a finite verb in press and reports; many are nouns too.
BASES = frozenset(
    """
accept accompany account accuse achieve act adapt add address adjust administer admit adopt advance advise advocate affect afford
aim allow alter amount analyse announce answer appeal appear apply appoint appreciate approach approve argue arise arouse arrange
arrest arrive ask assert assess assign assist assume assure attach attack attempt attend attract avoid await ban base bear beat
become beg begin behave believe belong benefit bind block boast break bring broadcast build burn buy calculate call care carry catch
cause cease celebrate challenge change charge check choose circulate cite claim clarify close coincide collaborate collapse collect
combine come command comment commit communicate compare compel compensate compete complain complete comply compose comprise
concentrate concern conclude condemn conduct confirm conform confront connect consider consist constitute construct consult
consume contact contain continue contradict contribute control convene convey convince cooperate coordinate cope correspond cost
count cover create criticise criticize cross cut damage date deal debate decide declare decline decrease dedicate deepen defeat
defend define delay deliver demand demonstrate deny depart depend deploy deprive derive describe deserve design desire destroy
determine develop devote die differ diminish direct disagree disappear discover discuss display distinguish distribute divide
dominate double doubt draft draw drive drop earn ease eat elect eliminate embark embody emerge emphasise emphasize employ enable
encourage end endorse engage enhance enjoy enlarge ensure entail enter envisage equal escape establish evaluate evolve examine
exceed exchange exclude execute exercise exist expand expect experience expire explain exploit explore export express extend face
facilitate fail fall favour favor fear feature feel fight fill finance find finish fit fix flow fly focus follow force foresee form
formulate foster function fund gain gather generate get give go govern grant grow guarantee guide handle hang happen harm hear help
highlight hinder hold honour hope host identify ignore imagine implement imply import impose improve include increase indicate
influence inform inhabit initiate insist inspire install intend intensify interfere introduce invest investigate invite involve
issue join judge justify keep kill know lack last launch lay lead learn leave let lie like limit link listen live look lose love
maintain make manage mark match matter mean measure meet mention merit monitor motivate mourn move name need negotiate note
notice object oblige observe obtain occupy occur offer open operate oppose order organise organize originate outline outweigh
overcome overlook owe own participate pass pay perform permit persist place plan play pledge point possess postpone praise predict
prefer prepare prescribe present preserve prevail prevent proceed proclaim produce prohibit project promise promote propose protect
protest prove provide provoke publish pull pursue push put qualify question quote raise range reach react read realise realize
recall receive recognise recognize recommend record recover reduce refer reflect refuse refute regard register regret regulate
reinforce reject relate release rely remain remember remind remove render renew repeat replace reply report represent request
require resemble reside resign resist resolve respect respond rest restore restrict result resume retain return reveal reverse
review ride rise run satisfy save say see seek seem select sell send separate serve set settle shape share shift shoot show sign
signify sit solve sound spare speak specialise specialize specify speed spend split spread stand start state stay stem step stimulate
stop strengthen stress strike strive struggle study submit succeed suffer suggest suit supplement supply support suppose surround
survive suspect suspend sustain take talk teach tell tend terminate testify thank think threaten throw tie touch trade train
transfer transform translate transmit travel treat trigger trust try turn undergo underline underlie undermine understand undertake
unfold unite urge use vary violate visit voice vote wait walk want warn watch weaken wear welcome win wish withdraw witness wonder
work worry write yield
    """.split()
)
NOT_PAST = frozenset(
    "need needs indeed red bed speed hundred sacred wicked naked seed feed weed shed sled embed wed bred kindred agreed-upon "
    "united limited aged beloved rugged ragged so-called seabed sped deed greed breed exceed proceed succeed hatred infrared "
    "zed ted fred mohammed ahmed".split()
)
NOUN_FORMS = frozenset("men women children feet teeth geese mice people lives wives halves thought felt met".split())
UNMARKED = frozenset("put cut set let hit cost shut hurt quit read spread split bid broadcast cast".split())
"""Past and base look the same."""
PARTICIPLES_ONLY = frozenset(
    "been gone done taken seen known given written spoken grown fallen drawn broken risen driven chosen worn thrown eaten flown "
    "forgotten shaken stricken torn borne beaten hidden frozen forbidden forgiven ridden sung sunk stolen sworn woven shown proven "
    "arisen undergone undone withdrawn overtaken overthrown foreseen sewn sown begun become come run born".split()
)
PASTS_ONLY = frozenset(
    "went did took saw knew gave wrote spoke grew fell drew broke rose drove chose wore threw ate flew forgot shook tore beat hid "
    "froze forbade forgave rode sang sank stole swore wove arose underwent undid withdrew overtook overthrew foresaw began became "
    "came ran was were".split()
)


@lru_cache(maxsize=20_000)
def is_past(word: str) -> bool:
    """Whether a lower-case word may be a past tense or a past participle."""
    if word in UNMARKED or word in PARTICIPLES_ONLY or word in PASTS_ONLY or word in {"left", "found", "bound", "lay"}:
        return True
    if word.endswith("ed") and len(word) > 3:
        return word not in NOT_PAST
    base = IRREGULAR.get(word)
    return base is not None and base in BASES and not word.endswith(("ing", "s", "er", "est"))


@lru_cache(maxsize=20_000)
def is_participle(word: str) -> bool:
    """Whether a lower-case word may be a past participle."""
    return word not in PASTS_ONLY and is_past(word)


@lru_cache(maxsize=20_000)
def is_singular_present(word: str) -> bool:
    """“makes”, “applies”: the third person singular of a base in the list."""
    if not word.endswith("s") or word.endswith("ss"):
        return False
    stems = [word[:-1]]
    if word.endswith("es"):
        stems.append(word[:-2])
    if word.endswith("ies"):
        stems.append(word[:-3] + "y")
    return any(base in BASES for base in stems)


@lru_cache(maxsize=20_000)
def may_be_finite(word: str) -> bool:
    """Whether a lower-case word may be the finite verb of a clause: generous, nouns of the same form included."""
    return (
        word in FINITE_AUXILIARIES
        or word in BASES
        or is_singular_present(word)
        or (
            is_past(word)
            and word not in {"gone", "done", "taken", "seen", "given", "written", "spoken", "been", "born"}
        )
        or word.endswith(("n't", "'ll", "'ve", "'re", "'d", "'m"))
    )
