"""Titles of institutions, treaties and meetings: what heads them and what joins their words."""

from __future__ import annotations

from tqcheck.language.stems import stem
from tqcheck.language.tags import primary

# Head nouns that translators take for one another, a class to a line.
HEADS = {
    "en": """
treaty agreement accord pact
commission committee
discussions talks negotiations consultations
guide manual handbook
""",
    "de": """
vertrag abkommen übereinkommen vereinbarung pakt
kommission komitee ausschuss
gespräche verhandlungen konsultationen
""",
    "fr": """
traité accord pacte
commission comité
discussions pourparlers négociations
""",
    "es": """
tratado acuerdo convenio pacto
comisión comité
conversaciones negociaciones debates
""",
    "it": """
trattato accordo patto
commissione comitato
discussioni negoziati colloqui
""",
    "pt": """
tratado acordo pacto
comissão comitê comité
discussões negociações conversações
""",
    "nl": """
verdrag overeenkomst akkoord pact
commissie comité
besprekingen onderhandelingen
""",
    "pl": """
traktat układ umowa porozumienie pakt
komisja komitet
rozmowy negocjacje dyskusje
""",
    "cs": """
smlouva dohoda pakt
komise výbor
jednání rozhovory diskuse
""",
    "ru": """
договор соглашение пакт
комиссия комитет
дискуссии переговоры консультации
""",
    "uk": """
договір угода пакт
комісія комітет
дискусії переговори консультації
""",
}

# Other words of English titles that stand for one source word, a class to a line.
MODIFIERS = """
assistance aid help support
cooperation collaboration co-operation
joint mixed
response reaction
protection conservation preservation
"""

# Nouns that make a run of capitals a title rather than a person's name; also the first two words of common titles.
NOUNS = """
act agency agreement alliance army assembly association authority bank bill board bureau cabinet centre center chamber
charter code college commission committee community conference confederation congress constitution convention
cooperation corporation council court declaration department discussions district duma executive federation forum
foundation fund government group house initiative institute institution law league mechanism meeting minister ministry
mission movement museum negotiations office organisation organization parliament party peacekeeping plan police
president programme program prosecutor protocol republic resolution secretary senate service society state summit
system talks treaty tribunal union university accord pact dialogue format
guide manual handbook memorandum strategy framework communique communiqué minutes
"""
LEADS = """
prime foreign deputy first vice security supreme constitutional national general central federal public state interior
defence defense justice economic finance high united international european world joint special human armed
"""
CONNECTORS = frozenset(
    """
    of on for and the in to with against between about from by at a an
    über der die das des den dem und für von zur zum mit im in
    de du des d la le les l sur et pour à au aux en entre
    del los las el y sobre para con e o i a da do das dos di della dello dei delle sul sulla per em
    il lo gli degli alla allo agli al nel nella um uma no na por al au
    w o i z dla do na ve v a pro s se mezi
    о об и в во с по на между про та й у з між
    het van voor met over tot een
    """.split()
)


def table(text: str, language: str) -> dict[str, str]:
    """Every word's stem, with the first word of its line."""
    return {stem(word, language): line.split()[0] for line in text.strip().split("\n") for word in line.split()}


# Nouns that begin the titles of institutions and documents where the words after them may have capitals or not.
FIRST_NOUNS = {
    "fr": "conseil cour assemblée tribunal comité commission parlement banque chambre charte traité",
    "es": "consejo corte asamblea tribunal comité comisión parlamento banco cámara carta tratado",
    "it": "consiglio corte assemblea tribunale comitato commissione parlamento banca camera carta trattato",
    "pt": "conselho corte assembleia tribunal comitê comissão parlamento banco câmara carta tratado",
    "pl": "rada sąd trybunał zgromadzenie komitet komisja izba bank karta traktat",
    "cs": "rada soud shromáždění výbor komise komora banka charta",
    "ru": "совет суд трибунал ассамблея комитет комиссия палата банк устав договор собрание",
    "uk": "рада суд трибунал асамблея комітет комісія палата банк статут договір збори",
    "en": "memorandum council court assembly treaty charter code act declaration house board bank",
}
MINISTRIES = {
    "fr": "ministère", "es": "ministerio", "it": "ministero", "pt": "ministério", "pl": "ministerstwo",
    "cs": "ministerstvo", "ru": "министерство", "uk": "міністерство",
}  # fmt: skip
"""Where one text writes the ministry itself with a capital here and a small letter there."""
FIRST_STEMS = {
    language: frozenset(stem(word, language) for word in text.split()) for language, text in FIRST_NOUNS.items()
}
MINISTRY_STEM = {language: stem(word, language) for language, word in MINISTRIES.items()}

HEAD_CLASS = {language: table(text, language) for language, text in HEADS.items()}
BODIES = frozenset(text.strip().split("\n")[1].split()[0] for text in HEADS.values())
"""The classes of commissions: bodies of one subject may well be two."""
MODIFIER_CLASS = table(MODIFIERS, "en")
NOUN_STEMS = frozenset(stem(word, "en") for word in NOUNS.split())
LEAD_WORDS = frozenset(LEADS.split())
TITLE_STEMS = {
    language: frozenset(HEAD_CLASS.get(language, ()))
    | FIRST_STEMS.get(language, frozenset())
    | {root for key, root in MINISTRY_STEM.items() if key == language}
    | (NOUN_STEMS if language == "en" else frozenset())
    for language in HEADS | FIRST_NOUNS
}
"""Without one of these there is no title to see."""
AMERICAN = (
    ("isation", "ization"),
    ("defence", "defense"),
    ("centre", "center"),
    ("labour", "labor"),
    ("programme", "program"),
)


def head_class(word: str, language: str) -> str:
    """The class of a head noun, empty for any other word."""
    classes = HEAD_CLASS.get(primary(language))
    return classes.get(stem(word, language), "") if classes else ""


def concept(word: str, language: str) -> str:
    """One key for a title's word, its inflected forms, its other spelling and its usual synonyms."""
    folded = word.casefold()
    if primary(language) == "en":
        for british, american in AMERICAN:
            folded = folded.replace(british, american)
    root = stem(folded, language)
    return head_class(folded, language) or (MODIFIER_CLASS.get(root, root) if primary(language) == "en" else root)
