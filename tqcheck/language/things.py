"""English nouns that name things and ideas, never people: what “he” and “she” cannot take up."""

from __future__ import annotations

from functools import lru_cache

THINGS = frozenset(
    """
abolition almanac annex anniversary appendix apple arch arrest atom autumn axis bag ball ban bell belt bible bicycle boat bomb book bottle
box bread brief bulb bus button cabinet cable cake camp cap cave chart chemistry chip clock cloud coal coin collection comedy compass
complex component compound conscience courtyard crop crown curve cycle dam dance dawn dish dome door draft dream dress drink drug
dust duty earthquake east echo economics embassy empire engineering enterprise envelope equipment ethics euro exam exit fabric fence
fire flame flight floor flower fort fortress fountain fruit fuel furniture gallery garbage gate glass globe gold grammar grant graph
grass gravity habit hall hand hat heat hill hope horizon hunger hut ice icon illness inflation insurance iron joke key kitchen
ladder lamp land launch laundry lecture lock lottery luggage machinery mail mask mass meadow medal menu metal milk mirror mission
mistake mosque motto movie mud nature need nest night north notion number ocean orchard origin package page pain painting pair peak
pen pension phone photo photograph physics piano plain play pool pottery poverty praise prayer procurement proof proverb pump
purchase rain reactor remedy rent rescue restaurant rise rock roof rope routine rumour sail salary salt sample sand saying
scope sculpture search secret shape shelf shop shore shower silence sky smoke snow soil sound sphere spring square stamp station
steel stone store storm strait stream supplement surface survey sword telegram telephone television temperature tension tent terror
test ticket tomb tower town track tradition transition transport tree tribute tunnel umbrella uprising valley vault verse victory
volcano warmth watch wealth wheel wind window wine winter wood wool workday yard zodiac
app battery pump valve soup sauce dough screw cord plug socket charger printer keyboard scanner screen cover lid handle hose pedal
fuse switch knob nozzle oven fridge freezer kettle toaster mixer blender vacuum cleaner heater cooler fan brake clutch gear tyre tire
ticket salad cheese pie pizza cream coffee tea beer bread butter rice meat sugar garden roof ceiling wallpaper carpet curtain blanket
line tool folder browser plugin password account file smartphone laptop tablet browser app website blog forum chat chatbot algorithm
drone missile rocket tank rifle bomb bullet radar antenna satellite cable wire pipe turbine reactor
accord account act action activity age agenda agreement aid aim airport album alphabet alliance amendment analysis anthem apparatus
application approach archive area argument article aspect assembly asset atlas attack attempt attitude authority award background
balance bank barrier base basis battle bill blockade book border branch brand breakthrough bridge brochure budget building
bulletin bureau calendar camera campaign canal car case castle catalogue category cathedral cause census centre center century
ceremony chain challenge channel chapter charter choice church circle city clause climate coast code collapse college colour
column comment commerce company competition concept concert conclave concord conference conflict congress consensus contact content
contest context continent contract contrast convention core corridor cost council course court craft crisis criterion currency
curriculum custom cycle damage data database date day deadline deal debate decade decree directive barometer thermometer defeat defence definition degree delay
demand democracy department deposit design device dialogue diet difference difficulty disaster discipline discourse disease
dispute distance district doctrine document dogma drama economy edifice effect effort election electronic element embargo energy
engine environment epidemic era error essay event evidence example exchange exercise exhibit experience experiment export expo
exterior facade factor factory failure fair faith feature fee festival field film finance firm flag fleet flood focus food force
forecast forest form format formula forum foundry framework freedom front frontier fund game garden gas genre goal gospel growth
guideline harbour hardship harvest heritage highway history holiday hospital hotel house idea ideal identity ideology image
impact import impulse income independence index industry influence infrastructure initiative inquiry institute instrument interest
interface internet interview invoice island issue item jazz job journal journey justice knowledge label lake landscape language
law layer leaflet league lease legacy legend lesson letter level liberty library licence license light limit link list literature
loan logic logo machine magazine mandate manifesto manual map march market material matter mausoleum meaning measure mechanism
media medicine meeting mercy message method methodology metro mine mode model module monastery money monitor monument mood
moratorium motive mountain museum music myth name narrative network newspaper norm note notice novel number object objective
obstacle occasion ocean offer office oil opera opinion option order organ outcome output pact palace panorama paper parade paradox
park parliament part pact passage passport path pattern pause pavilion payment peace period perspective phase phenomenon philosophy
phrase picture pipeline place plan planet plant platform play pledge plenum poem point policy port portal portfolio position post
poverty power practice precedent premise presence price principle privilege prize problem procedure process product profit program
programme progress project promise property proposal protest protocol province provision purpose puzzle quarter question quota
race radio railway rally range rate ratio reality realm reason recipe record reform regime region register relic religion remark
report republic request research reserve resort resource response result review revolution rhythm right risk ritual river road
role room rotation route rule ruling sanctuary satellite scale scandal scenario scene schedule scheme school science score script
sea season seat section sector seminar sense sentence sequence series service session shrine shortage sign signal site software
song source space speech sphere spirit sport stage standard state statement station statue statute step story strategy street
stress strike structure struggle study style subject substance success suit summit supply support survey symbol symptom synagogue
syndrome synod synthesis system table tactic talk target tariff task tax technique technology temple tendency term text theatre
theme theory thesis threat threshold time title tone tool topic total tour tournament town toy track trade trail train trait
trauma treaty trend trial troupe truce trust truth turnover type ultimatum unit universe update usage use vaccine value variant
vector vehicle venue verdict version veto video view village virtue virus visa vision visit vocabulary voice volume vote wage wall
war warning waste water wave way weapon weather website wedding week wing word work workshop world year zone
building meeting training hearing briefing settlement reporting marketing housing ruling gathering undertaking spending funding
newsletter chapter order number matter paper power factor sector vector motor error border corridor computer server router
    """.split()
)
SUFFIXES = (
    "tion",
    "sion",
    "ment",
    "ness",
    "ism",
    "ity",
    "ency",
    "ancy",
    "ence",
    "ance",
    "ship",
    "hood",
    "ology",
    "ography",
    "dom",
    "logue",
)
NOT_THINGS = frozenset(
    "majesty celebrity deity royalty nobility audience personality nation authority kingdom governance companion champion".split()
)
"""Words of these endings that are people, or that “she” is used of."""

PEOPLE = frozenset(
    """
i me my mine he him his she her hers who whom whose someone somebody anyone anybody everyone everybody nobody
man men woman women boy girl child children people person persons president minister premier prime chancellor king queen prince
princess pope bishop archbishop patriarch saint cardinal priest monk nun imam rabbi father mother son daughter brother sister
husband wife uncle aunt grandfather grandmother friend colleague member head chief boss chair deputy delegate diplomat ambassador
envoy representative spokesman spokeswoman spokesperson official general colonel captain major sergeant soldier officer judge
lawyer attorney witness victim student pupil guy lady gentleman mr mrs ms dr sir madam expert scientist analyst journalist guest
host guide coach athlete player patient doctor nurse author poet writer artist painter singer actor actress composer hero heroine
leader ruler founder owner citizen resident native refugee migrant candidate activist pilot sportsman businessman chairman
chairwoman policeman fisherman craftsman servant tenant applicant assistant accountant consultant participant president's
minister's baby teenager politician patron critic rebel thief criminal suspect fighter dog cat horse cow bull bear lion wolf
animal god lord devil angel goddess character figure personality celebrity guard cook chef clerk cousin nephew niece twin orphan
widow widower bride groom spouse partner parent neighbour neighbor peer ally enemy opponent rival spy agent commander
    """.split()
)
AGENTS = ("er", "or", "ist", "ian", "man", "woman", "eer", "ee", "ant", "crat", "naut", "wright")
NOT_AGENTS = frozenset(
    """
charger printer scanner mixer blender cleaner heater cooler toaster folder browser freezer rather butter water
other another after over under number order water matter power paper chapter former latter further together ever never whether
rather however later earlier higher lower larger smaller greater better wider longer shorter deeper broader stronger newer older
closer easier proper former inner outer upper super per layer letter center quarter summer winter september october november december
border corridor factor sector vector motor error computer server router newsletter offer answer transfer disaster register
manner filter order river theatre for or nor major minor prior interior exterior superior mirror terror colour labor labour harbor
harbour humor honor behaviour behavior favor tenor rumor tremor monitor indicator denominator important significant relevant
constant distant brilliant dominant instant restaurant plant grant want variant warrant pleasant abundant covenant determinant
agreement human german roman norman ottoman list exist assist consist resist persist insist mist twist median committee guarantee
fee free see three tree agree degree coffee between been meter kilometer cover discover over consider tender gender render wonder
consumer customer's counter encounter shelter platter charter barter poster roster cluster monster master easter whatever moreover
altogether forever either neither hyper cyber paper sober silver copper rubber timber chamber member's fiber career frontier
barrier carrier tier supplier premier's pioneer's tower flower shower lower slower power answer container trailer cancer ulcer
fever lever clever layer prayer player's trigger bigger tanker bunker anchor posterior anterior metaphor sculptor's reactor tractor
processor sensor vector detector conductor's radiator generator elevator calculator participant's independent european caucasian
asian italian russian ukrainian georgian armenian canadian australian indian iranian christian persian hungarian belgian austrian
norwegian brazilian egyptian estonian latvian lithuanian syrian libyan tunisian algerian bulgarian romanian serbian croatian
macedonian albanian bosnian slovenian abkhazian ossetian chechen
    """.split()
)
"""Words with an agent's ending that are none, with adjectives of nations, which stand before nouns here."""


@lru_cache(maxsize=20_000)
def is_thing(word: str) -> bool:
    """Whether a lower-case singular noun names a thing or an idea."""
    return word in THINGS or (word.endswith(SUFFIXES) and len(word) > 6 and word not in NOT_THINGS)


@lru_cache(maxsize=20_000)
def may_be_person(word: str) -> bool:
    """Whether a lower-case word may name or stand for a person (or an animal); generous."""
    bare = word.removesuffix("'s").removesuffix("s'")
    single = bare.removesuffix("s") if len(bare) > 3 else bare
    if bare in PEOPLE:
        return True
    if single != bare and not bare.endswith("ss"):
        return False  # several people are no “he” and no “she”
    if single in PEOPLE:
        return True
    if bare in NOT_AGENTS or single in NOT_AGENTS or bare in THINGS or single in THINGS or is_thing(single):
        return False
    return len(single) > 4 and single.endswith(AGENTS)


BODIES = frozenset(
    "assembly association authority bank board bureau cabinet club commission committee company conference congress consortium corporation "
    "council court department federation foundation fund government group institute ministry organisation organization parliament party "
    "senate union university agency alliance coalition delegation embassy firm jury opposition police team troupe".split()
)
"""Bodies of people: they decide and find, but are no “he” or “she” either."""
OCCUPATIONS = frozenset(
    "teacher mayor minister president neighbour neighbor nurse doctor lawyer judge officer soldier general colonel ambassador director "
    "chairman secretary engineer professor student pupil writer author poet painter singer actor actress player coach driver pilot farmer "
    "worker manager owner leader priest bishop king queen prince princess father mother brother sister son daughter uncle aunt grandfather "
    "grandmother friend colleague husband wife spokesman spokeswoman journalist reporter scientist historian expert politician candidate "
    "deputy governor witness victim policeman fisherman businessman musician composer architect baker butcher cook waiter".split()
)
"""People whom nobody calls “it”."""
