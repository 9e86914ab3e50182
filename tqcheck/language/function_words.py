"""Function words that give a language away, and which of them are words of another language too."""

from __future__ import annotations

from functools import cache

FUNCTION_WORDS = {
    "en": "the of and to in is are was were with for that this which from by been has have had would could should "
    "they their there these those what when where who not will about into after than because while through between",
    "de": "und der die das den dem des ein eine einen einem einer eines ist sind war waren wird werden wurde wurden "
    "hat haben hatte hatten nicht mit auf für von zu bei nach aus über sich auch als wie aber oder dass daß wenn wir "
    "ich sie ihr durch noch nur schon sehr kann können muss müssen soll sollen diese dieser dieses diesem keine kein "
    "im am zum zur vom unter gegen ohne zwischen weil",
    "fr": "le la les des du un une et est sont était étaient dans pour par avec sur que qui ne pas plus ce cette ces "
    "il elle ils elles nous vous ont avait avaient être avoir aux au mais ou où comme leur leurs son sa ses sans "
    "sous entre chez très aussi bien cela été fait peut depuis après avant contre dont lorsque parce",
    "es": "el la los las un una unos unas y es son era eran fue fueron en para por con que no se del al lo su sus "
    "pero como más está están ha han había también muy ya sin sobre entre cuando donde este esta estos estas ese esa "
    "porque desde hasta hay ser todo todos nos les le qué según durante tiene tienen",
    "it": "il lo la i gli le un uno una e è sono era erano di da in con su per tra fra che non si del della dei "
    "delle dello degli al alla ai alle nel nella nei nelle sul sulla dal dalla ma anche come più questo questa "
    "questi queste quello quella ha hanno aveva stato stata essere molto già dopo prima quando dove perché loro suo "
    "sua ci",
    "pt": "o a os as um uma e é são era eram foi foram em no na nos nas para por com que não se do da dos das ao à "
    "aos às pelo pela mas como mais está estão tem têm havia também muito já sem sobre entre quando onde este esta "
    "estes estas esse essa porque desde até ser seu sua seus suas ele ela eles elas isso você",
    "nl": "de het een en is zijn was waren wordt worden werd werden heeft hebben had hadden niet met voor van op te "
    "bij naar uit over ook als maar of dat die deze dit wij ik zij hij je ze om door nog aan er geen wel zal zou "
    "kunnen moet moeten omdat wat hoe tussen",
    "pl": "i w z na do nie się to jest są był była było były od po przez przy dla za o a ale oraz lub jak że który "
    "która które których jego jej ich tym tego tej także już tylko być może może przed pod nad gdy kiedy bardzo "
    "został została zostały",
    "cs": "a v z na do se si je jsou byl byla bylo byly od po pro při za o s k ale nebo jak že který která které "
    "kterých jeho její jejich tím toho také už jen být může před pod nad když velmi není nebyl bude budou jako podle "
    "mezi",
    "sv": "och i att det som en på är av för med till den har de inte om ett han var jag från men vi hon så ska kan "
    "eller hade under också",
    "ro": "și în de la cu pe nu că este sunt a fost care din pentru mai sau dar prin sa său lui ale al ai au o un",
    "tr": "ve bir bu da de için ile çok daha olarak gibi ama değil olan kadar sonra var ne her şey",
    "ru": "и в на не что с как это по но из у за от для к о был была было были его её их также который которая "
    "которые которых при или если когда уже только все мы он она они есть чтобы между после перед об со этого этой "
    "этот эта эти ещё бы",
    "uk": "і в на не що з як це по але із у за від для до про був була було були його її їх також який яка які яких "
    "при або якщо коли вже тільки всі ми він вона вони є щоб між після перед та й ця цей ці цього цієї ще б під",
    "bg": "и в на не че с как това по но от за до е са беше бяха се да му го ги също който която които при или ако "
    "когато вече само всички ние той тя те след през тази този тези още би",
}  # fmt: skip
# Words of a language that look like a function word of another, beside its own function words.
ALSO_WORDS = {
    "en": "a i an am as at so on no do go he me we us or if it be but die war hat den dem men man also fast will was "
    "in is son sons as a pour pays plus comment main on ton tons dans sans sur par pas car or me os para con come "
    "era per no la le les de du des en et y e o un una il lo ai al du ma non se si sui da di mi ti ci mens once fin "
    "don te ten el der do dos das na nas nos too tot te de ten van door over wat we ze zou of bent had op er me hier "
    "aan pod nad nie to by je sobre bien fait entre after under den hade var har det all her mit mine kan ska pro "
    "ones can eine ohne war ale bone bin sole sale solo sale name made made are era ser es sin son ha nur ha to do "
    "being bud be such ne her man sang such will war gift bald rock art",
    "de": "will an in am so war es was um man hat die der das den im des so tut da du er ab uns per pro in la le de "
    "war es bei to",
    "fr": "a à y on en un me te se de la le les du des et ou es as ai son ses au aux car or ton main par plus sur "
    "dans par ni pour point il elle tu si est pas ne ma mes ta sa ces son lui en an des per pro a para se don non "
    "die mit an",
    "es": "a o e y u un una de la el los las no se en es son para por con que como entre sobre era sin le les me te "
    "lo ya si más un al del",
    "it": "a e o i in un una la le lo di da con su per se si ma no non era come sole male da dei mi ti ci",
    "pt": "a o e os as um uma de do da no na em se que para por com como era entre sobre mas mais me te lo la el",
    "nl": "de het een en in is was van over die dat wie was men of as en de te der den des al ons per pro in to wil "
    "man hat",
    "pl": "a i o u w z na do to za po od co by ale on ona ta ten te je ma są no nie jak nad pod",
    "cs": "a i o u v z k s na do to za po od co by ale on ona ta ten te je ma no se si jak nad pod",
    "ru": "и в на не с как по но из у за от для к о при или если все об со он она вже та ще е до да то те се а го "
    "уже про під є бы во",
    "uk": "і в на не як по у за для до про при або та й є о а з від все ми б не з и от с е ти на",
}
PARTICLES = frozenset(
    "de del della di du des da do dos das la le les el los las y e i a o von van der den zu zum zur am im an "
    "al en et ten ter te dei degli lo il un una in der die das as os d l in na v w z s k u o по на в и с у й "
    "та до за від".split()
)
"""What stands inside names (Rio de la Plata, von der Leyen): no sign of a language by itself."""
CLOSE = (
    frozenset("es pt gl ca it fr ro".split()),
    frozenset("ru uk be bg".split()),
    frozenset("cs sk pl sl hr".split()),
    frozenset("da nb no nn sv".split()),
    frozenset("de nl".split()),
    frozenset("id ms".split()),
)
"""Languages that share so many words that a run of a few is no sign."""


@cache
def function_words(language: str) -> frozenset[str]:
    return frozenset(FUNCTION_WORDS.get(language, "").split())


@cache
def foreign(target: str) -> dict[str, frozenset[str]]:
    """Function words of other languages that are no words of the target: word to the languages it belongs to."""
    own = function_words(target) | frozenset(ALSO_WORDS.get(target, "").split())
    found: dict[str, set[str]] = {}
    for language, words in FUNCTION_WORDS.items():
        if language != target:
            for word in set(words.split()) - own:
                found.setdefault(word, set()).add(language)
    return {word: frozenset(languages) for word, languages in found.items()}


def are_close(one: str, other: str) -> bool:
    return any(one in group and other in group for group in CLOSE)
