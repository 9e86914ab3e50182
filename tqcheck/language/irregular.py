"""Irregular English forms: what no stemmer knows."""

from __future__ import annotations

# base: forms
TABLE = """
be: am is are was were been being
have: has had having
do: does did done
go: goes went gone
say: said
make: made
get: got gotten
take: took taken
come: came
see: saw seen
know: knew known
give: gave given
find: found
think: thought
tell: told
become: became
leave: left
feel: felt
bring: brought
begin: began begun
keep: kept
hold: held
write: wrote written
stand: stood
hear: heard
mean: meant
meet: met
run: ran
pay: paid
sit: sat
speak: spoke spoken
lie: lay lain
lead: led
grow: grew grown
lose: lost
fall: fell fallen
send: sent
build: built
understand: understood
draw: drew drawn
break: broke broken
spend: spent
rise: rose risen
drive: drove driven
buy: bought
wear: wore worn
choose: chose chosen
throw: threw thrown
catch: caught
eat: ate eaten
win: won
teach: taught
sell: sold
fight: fought
fly: flew flown
forget: forgot forgotten
seek: sought
sleep: slept
shake: shook shaken
hang: hung
strike: struck stricken
tear: tore torn
bear: bore borne
beat: beaten
bend: bent
bind: bound
bite: bit bitten
bleed: bled
blow: blew blown
breed: bred
burn: burnt
cling: clung
creep: crept
deal: dealt
dig: dug
dream: dreamt
drink: drank drunk
feed: fed
flee: fled
forbid: forbade forbidden
forgive: forgave forgiven
freeze: froze frozen
grind: ground
hide: hid hidden
kneel: knelt
lay: laid
lean: leant
leap: leapt
learn: learnt
lend: lent
light: lit
ring: rang rung
ride: rode ridden
shine: shone
shoot: shot
shrink: shrank shrunk
sing: sang sung
sink: sank sunk
slide: slid
smell: smelt
sow: sown
spill: spilt
spin: spun
spit: spat
spoil: spoilt
spring: sprang sprung
steal: stole stolen
stick: stuck
sting: stung
stink: stank stunk
swear: swore sworn
sweep: swept
swell: swollen
swim: swam swum
swing: swung
wake: woke woken
weave: wove woven
sew: sewn
show: shown
prove: proven
mow: mown
saw: sawn
shear: shorn
strive: strove striven
tread: trod trodden
slay: slew slain
stride: strode
arise: arose arisen
awake: awoke awoken
foresee: foresaw foreseen
overthrow: overthrew overthrown
undergo: underwent undergone
undo: undid undone
withdraw: withdrew withdrawn
withstand: withstood
mistake: mistook mistaken
overcome: overcame
overtake: overtook overtaken
weep: wept
wind: wound
wring: wrung
man: men
woman: women
child: children
foot: feet
tooth: teeth
goose: geese
mouse: mice
louse: lice
ox: oxen
person: people
life: lives
wife: wives
knife: knives
wolf: wolves
half: halves
leaf: leaves
loaf: loaves
thief: thieves
calf: calves
shelf: shelves
hoof: hooves
sheaf: sheaves
good: better best
bad: worse worst
far: farther farthest further furthest
"""

# Forms that are more often another word stay as they are; a pattern that means them lists them.
AMBIGUOUS = frozenset(
    {"left", "found", "ground", "bound", "lay", "wound", "leaves", "lives", "saw", "bore", "further", "being"}
)

IRREGULAR: dict[str, str] = {
    form: base
    for line in TABLE.strip().splitlines()
    for base, _, forms in [line.partition(": ")]
    for form in forms.split()
    if form not in AMBIGUOUS
}
