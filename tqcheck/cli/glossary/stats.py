"""`tqcheck glossary stats`."""

from __future__ import annotations

from collections import Counter
from typing import Any

from tqcheck.cli import options as o
from tqcheck.cli.glossary import shared

HEADS = ("concepts", "preferred", "admitted", "deprecated", "superseded", "forms")


def command(files: shared.Files, form: shared.Form = "text") -> None:
    """Count concepts and terms by language, status, subject, and what is missing."""
    from tqcheck.glossary.load import load

    with shared.guarded(form):
        concepts = load(files).concepts
        shared.hold_something(files, len(concepts))
    languages: dict[str, Counter[str]] = {}
    for concept in concepts:
        for language in {term.language for term in concept.terms}:
            languages.setdefault(language, Counter())["concepts"] += 1
        for term in concept.terms:
            languages[term.language][term.status.value] += 1
            languages[term.language]["forms"] += len(term.forms)
    subjects = Counter(concept.subject or "none" for concept in concepts)
    made: dict[str, Any] = {
        "concepts": len(concepts),
        "terms": sum(len(concept.terms) for concept in concepts),
        "defined": sum(bool(concept.definition) for concept in concepts),
        "sourced": sum(bool(concept.source) for concept in concepts),
        "languages": {tag: {**dict.fromkeys(HEADS, 0), **languages[tag]} for tag in sorted(languages)},
        "subjects": dict(subjects.most_common()),
    }
    if form == "json":
        shared.print_json(made)
        return
    o.write(
        f"{shared.counted(made['concepts'], 'concept')}, {shared.counted(made['terms'], 'term')}; {made['defined']:,} defined, "
        f"{made['sourced']:,} with a source\n\n"
    )
    rows = [
        (tag, *(counts[head] for head in HEADS), len(concepts) - counts["concepts"])
        for tag, counts in made["languages"].items()
    ]
    o.write(shared.table(("language", *HEADS, "missing"), rows))
    o.write("\n")
    o.write(shared.table(("subject", "concepts"), list(made["subjects"].items())))
