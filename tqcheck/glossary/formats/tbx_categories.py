"""The data categories of TBX: the key of each in a glossary, its element, where it may stand, which dialects have it.

Sources: ISO 30042:2019, and the definitions of the Min and Basic modules at ltac-global.github.io (dialects TBX-Min and
TBX-Basic 1.2). Categories of no module here (of the Linguist module, of TBX version 2) are read under a key of their own
and written in notes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from tqcheck.glossary.concept import Status

CONCEPT, LANGUAGE, TERM, GROUP, TRANSACTION = "concept", "language", "term", "group", "transaction"
"""Where a category may stand: the three levels, beside a description in its group, inside a transaction."""


class Category(NamedTuple):
    key: str
    """In a glossary."""
    name: str
    """In TBX: the `type` of the element in style DCA, the element in style DCT."""
    element: str
    """In style DCA."""
    places: tuple[str, ...] = ()
    """Where the dialects allow it."""
    module: str = ""
    """`min` or `basic`; empty for those that no dialect we write has."""
    values: tuple[str, ...] = ()
    """The only values allowed, if they are listed."""


STATUSES = tuple(f"{status.value}Term-admn-sts" for status in Status)
POS = ("noun", "verb", "adjective", "adverb", "other")
GENDERS = ("masculine", "feminine", "neuter", "other")
TERM_TYPES = ("fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase")
TRANSACTIONS = ("origination", "modification")
LOCATIONS = tuple(
    "checkBox comboBox comboBoxElement dialogBox groupBox informativeMessage interactiveMessage menuItem progressBar "
    "pushButton radioButton slider spinBox tab tableText textBox toolTip user-definedType".split()
)

OF_DIALECTS = (
    Category("subject", "subjectField", "descrip", (CONCEPT,), "min"),
    Category("customer", "customerSubset", "admin", (CONCEPT, TERM), "min"),
    Category("status", "administrativeStatus", "termNote", (TERM,), "min", STATUSES),
    Category("pos", "partOfSpeech", "termNote", (TERM,), "min", POS),
    Category("type", "termType", "termNote", (TERM,), "basic", TERM_TYPES),
    Category("gender", "grammaticalGender", "termNote", (TERM,), "basic", GENDERS),
    Category("location", "termLocation", "termNote", (TERM,), "basic", LOCATIONS),
    Category("definition", "definition", "descrip", (CONCEPT, LANGUAGE), "basic"),
    Category("context", "context", "descrip", (TERM,), "basic"),
    Category("source", "source", "admin", (CONCEPT, LANGUAGE, TERM, GROUP), "basic"),
    Category("project", "projectSubset", "admin", (CONCEPT, TERM), "basic"),
    Category("cross-reference", "crossReference", "ref", (CONCEPT, TERM), "basic"),
    Category("external-cross-reference", "externalCrossReference", "xref", (CONCEPT, TERM), "basic"),
    Category("geographical-usage", "geographicalUsage", "termNote", (TERM,), "basic"),
    Category("graphic", "xGraphic", "xref", (CONCEPT, LANGUAGE), "basic"),
    Category("type", "transactionType", "transac", (TRANSACTION,), "basic", TRANSACTIONS),
    Category("responsibility", "responsibility", "transacNote", (TRANSACTION,), "basic"),
)

OTHERS = {
    "descrip": "antonymConcept associatedConcept audio broaderConceptGeneric broaderConceptPartitive characteristic "
    "conceptPosition coordinateConceptGeneric example explanation figure otherBinaryData quantity range relatedConcept "
    "relatedConceptBroader relatedConceptNarrower reliabilityCode sampleSentence subordinateConceptGeneric "
    "superordinateConceptGeneric table unit video",
    "termNote": "abbreviatedFormFor animacy antonymTerm directEquivalent etymology falseFriend frequency "
    "grammaticalNumber grammaticalValency homograph hyphenation lionHotkey normativeAuthorization "
    "processStatus pronunciation proprietaryRestriction register shortFormFor syllabification temporalQualifier "
    "termProvenance termStructure timeRestriction transferComment translationNote transliteratedForm usage usageNote",
    "admin": "annotatedNote applicationSubset businessUnitSubset conceptOrigin databaseType domainExpert "
    "elementWorkingStatus entrySource environmentSubset indexHeading keyword originatingDatabase originatingInstitution "
    "originatingPerson productSubset searchTerm securitySubset sortKey sourceIdentifier sourceLanguage sourceType "
    "subsetOwner thesaurusDescriptor",
    "descripNote": "contextType definitionType",
    "transacNote": "generalNote usageCount",
    "xref": "xAudio xMathML xSource xVideo",
}
"""Categories of the Linguist module and of TBX version 2, by element; the key is the name in kebab case."""


def kebab(name: str) -> str:
    """`reliabilityCode` to `reliability-code`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()


CATEGORIES = OF_DIALECTS + tuple(
    Category(kebab(name), name, element) for element, names in OTHERS.items() for name in names.split()
)
BY_NAME = {category.name: category for category in CATEGORIES}
BY_PLACE = {(place, category.key): category for category in OF_DIALECTS for place in category.places}
"""The category that a key stands for, where it stands."""

STATUS_NAME = "administrativeStatus"
TRANSACTION_KEY = "transactions"
"""Of the groups that say who did what when: a list, for there are mostly several."""
MANY = {"subjects": "subject", "definitions": "definition", "sources": "source"}
"""Where a concept has more than the one text that a glossary has a place for, the others follow under these keys."""

MODULES: Mapping[str, tuple[str, ...]] = {"Core": (), "Min": ("min",), "Basic": ("min", "basic")}
"""The modules of a dialect. Core alone has the structure, terms, notes and dates."""
NAMESPACE = "urn:iso:std:iso:30042:ed-2"
MODULE_NAMESPACE = "http://www.tbxinfo.net/ns/"

RENAMED = {
    "termEntry": "conceptEntry", "langSet": "langSec", "tig": "termSec", "ntig": "termSec",
    "entry": "conceptEntry", "langGroup": "langSec", "termGroup": "termSec",
    "termStatus": "administrativeStatus", "customer": "customerSubset",
}  # fmt: skip
"""Elements of TBX version 2 and of the old TBX-Min, in the words of version 3."""
VERSION_2 = {"conceptEntry": "termEntry", "langSec": "langSet", "termSec": "tig"}

STATUS_WORDS = {
    **dict.fromkeys(("preferred", "recommended", "approved", "standardized", "legal", "regulated"), Status.PREFERRED),
    **dict.fromkeys(("admitted", "accepted", "allowed", "alternative", "proposed", "provisional"), Status.ADMITTED),
    **dict.fromkeys(
        ("deprecated", "forbidden", "prohibited", "rejected", "notrecommended", "notallowed"), Status.DEPRECATED
    ),
    **dict.fromkeys(("superseded", "obsolete", "outdated"), Status.SUPERSEDED),
}
"""The stems of administrative statuses as files spell them (see `status_of`)."""


def status_of(word: str) -> Status | None:
    """The status of a word such as `preferredTerm-admn-sts`, `deprecatedTermAdmnSts`, `not recommended`, `obsolete`."""
    squeezed = squeeze(word)
    return STATUS_WORDS.get(squeezed.removesuffix("admnsts").removesuffix("term"))


def is_spelling(word: str, status: Status) -> bool:
    """Whether a word says no more than the status does: `preferredTerm` does not, `legalTerm-admn-sts` does."""
    return squeeze(word).removesuffix("admnsts").removesuffix("term") == status.value


def squeeze(word: str) -> str:
    return re.sub(r"[\W_]", "", word).casefold()


NEAREST = {
    **{status.value: f"{status.value}Term-admn-sts" for status in Status},
    "propernoun": "noun", "commonnoun": "noun", "nounphrase": "noun", "verbphrase": "verb",
    "initialism": "acronym", "fullname": "fullForm", "spellingvariant": "variant", "orthographicvariant": "variant",
    "m": "masculine", "f": "feminine", "n": "neuter", "masc": "masculine", "fem": "feminine",
}  # fmt: skip


def nearest(value: str, values: tuple[str, ...]) -> str:
    """The listed value that comes nearest; empty if none does."""
    word = squeeze(value)
    for each in values:
        if squeeze(each) == word:
            return each
    found = NEAREST.get(word, "other")
    return found if found in values else ""


SPELLED = {"fullForm": "full form", "shortForm": "short form"}
"""Term types as glossaries spell them."""
