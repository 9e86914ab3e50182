"""What the checks name-variant, term-variant and abbreviation see: spellings of one name, long forms said elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tqcheck.config.settings import Settings
from tqcheck.engine.run import run
from tqcheck.engine.walk import Job
from tqcheck.language.general_words import general_words
from tqcheck.language.tags import primary
from tqcheck.model.finding import Location

CHECKS = ("name-variant", "term-variant", "abbreviation")


@dataclass(slots=True)
class Variants:
    """The usual spelling and the others, with their counts."""

    language: str
    main: str
    counts: dict[str, int] = field(default_factory=dict)
    places: dict[str, Location] = field(default_factory=dict)
    """The first place of each spelling but the main one."""

    @property
    def others(self) -> list[str]:
        return [text for text in self.counts if text != self.main]


Longs = dict[str, dict[str, str]]
"""By language: abbreviation to long form."""


def variants(jobs: Sequence[Job], settings: Settings) -> tuple[list[Variants], Longs]:
    """In reading order, over all files together; and the long forms of abbreviations that nothing ties to them."""
    together = {**settings.checks, "name-variant": {**settings.checks.get("name-variant", {}), "project": True}}
    done = run(jobs, replace(settings, select=CHECKS, ignore=(), overrides=(), fail_on="never", checks=together))
    languages = {document.path: document.target_language for document in done.documents}
    found: dict[tuple[str, str], Variants] = {}
    longs: Longs = {}
    for finding in done.findings:
        forms: dict[str, int] = finding.evidence.get("forms", {})
        language = languages.get(finding.location.path, "")
        if "long" in finding.evidence:
            longs.setdefault(language, {})[finding.location.excerpt] = finding.evidence["long"]
        if len(forms) != 2 or any(text.casefold() in general_words(primary(language)) for text in forms):
            continue
        main, other = forms
        known = found.setdefault((language, main), Variants(language, main))
        known.counts |= forms
        known.places.setdefault(other, finding.location)
    return list(found.values()), longs
