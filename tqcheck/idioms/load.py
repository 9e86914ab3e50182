"""The files of the banks: where they lie, and what is worked out from them and remembered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from tqcheck.idioms.bank import Bank, Shelf
from tqcheck.idioms.index import Index, alike, index, ordinary
from tqcheck.idioms.rows import BankError, Row, places, read, row_at
from tqcheck.language.tags import fallbacks, primary
from tqcheck.storage import cache

KINDS = {"idioms": "idiom", "calques": "calque"}
"""Beginning of a file's name to kind: `glossaries/banks/ru/idioms.en.txt`, `idioms-animals.en.txt`."""

CODE = (Path(__file__).parent, Path(__file__).parent.parent / "language")
"""What the indexes are made by."""

Content = tuple[str, str, str, str]
"""Of a file: its text, the kind of its rows, their source language, its name in messages."""


def home() -> Path:
    """Where the banks lie: in the wheel beside the code, in a checkout at its top."""
    packaged = Path(__file__).parent.parent / "data" / "glossaries" / "banks"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent.parent / "glossaries" / "banks"


def text_of(file: Path) -> str:
    """Raises BankError where the file cannot be read."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BankError(f"cannot be read: {getattr(error, 'strerror', None) or error}", str(file), 1) from error


def kind_of(file: Path) -> str:
    """`idiom` or `calque`, by the file's name."""
    return KINDS[re.split(r"[-.]", file.name, maxsplit=1)[0]]


def files_of(folder: Path, target_language: str) -> Iterator[Path]:
    """A source language's files for a target: those of the nearest tag (pt-BR before pt), in a stable order."""
    for name in KINDS:
        for tag in fallbacks(target_language):
            if found := sorted(folder.glob(f"{name}.{tag}.txt")) + sorted(folder.glob(f"{name}-*.{tag}.txt")):
                yield from found
                break


class _Rows(Sequence[Row]):
    """The rows of some files, read one by one when they are asked for: a text meets few of them."""

    def __init__(self, files: Sequence[Content], where: Sequence[Sequence[int]]) -> None:
        self.files, self.where = files, where
        self.read: dict[int, Row] = {}

    def __len__(self) -> int:
        return len(self.where)

    def __getitem__(self, number: int) -> Row:  # type: ignore[override]  # never sliced
        if (row := self.read.get(number)) is None:
            file, offset, line = self.where[number]
            content, kind, language, path = self.files[file]
            row = self.read[number] = row_at(content, offset, line, kind, language, path)
        return row


class _Phrases(Mapping[str, Index]):
    """The indexes of the source phrases, each worked out or fetched when a text in its language comes."""

    def __init__(self, made: Callable[[str], Index], languages: Sequence[str]) -> None:
        self.made, self.languages = lru_cache(made), languages

    def __getitem__(self, language: str) -> Index:
        if language not in self.languages:
            raise KeyError(language)
        return self.made(language)

    def __iter__(self) -> Iterator[str]:
        return iter(self.languages)

    def __len__(self) -> int:
        return len(self.languages)


@lru_cache(maxsize=8)
def load(target_language: str, own: tuple[str, ...] = ()) -> Bank:
    """The bank for a target language, with the rows of every source language: idioms travel.

    `own` are folders of the user's, laid out as `home()` is. Raises BankError for what cannot be used.
    """
    made = [_shelf(home(), target_language, "bank")]
    for folder in own:
        if not any(Path(folder).glob("*/*.txt")):
            raise BankError(
                "has no bank; one is called LANGUAGE/idioms.LANGUAGE.txt, such as ru/idioms.en.txt", folder, 1
            )
        made.append(_shelf(Path(folder), target_language, f"own-{sha256(folder.encode()).hexdigest()[:8]}"))
    digest = sha256(" ".join(digest for _, digest in made).encode()).hexdigest()[:12]
    return Bank([shelf for shelf, _ in made], target_language, digest)


def index_all() -> None:
    """Work out, and so remember, every index of the rows that ship."""
    for target in sorted({file.name.split(".")[1] for file in home().glob("*/*.txt")}):
        for shelf in load(target).shelves:
            for language in shelf.phrases:
                shelf.phrases[language]
        alike_in(target)
        ordinary_in(target)


def _shelf(folder: Path, target_language: str, name: str) -> tuple[Shelf, str]:
    """The shelf of a folder and the digest of its files; its indexes are remembered between runs."""
    contents = list(_contents(folder, target_language))
    digest = sha256("\0".join("\0".join(content) for content in contents).encode()).hexdigest()
    name = f"{name}-{target_language}"
    where = cache.remembered(f"{name}-rows", digest, CODE, lambda: [
        (number, *place) for number, (content, *_) in enumerate(contents) for place in places(content)
    ])  # fmt: skip
    rows = _Rows(contents, where)
    literal = cache.remembered(name, digest, CODE, lambda: index(rows, "literal", target_language))

    def phrases(language: str) -> Index:
        made: Index = cache.remembered(
            f"{name}-{language}", digest, CODE, lambda: index(rows, "source", language, language)
        )
        return made

    return Shelf(rows, target_language, literal, _Phrases(phrases, sorted({c[2] for c in contents}))), digest


def _contents(folder: Path, target_language: str) -> Iterator[Content]:
    shipped, target = folder == home(), primary(target_language)
    for place in sorted(folder.glob("*")):
        for file in files_of(place, target_language) if place.name != target else ():
            yield text_of(file), kind_of(file), place.name, f"{place.name}/{file.name}" if shipped else str(file)


@lru_cache(maxsize=8)
def alike_in(target_language: str) -> dict[str, list[str]]:
    """Stems that translate the same words: they are alternatives for each other in the idioms rendered in a language."""
    made: dict[str, list[str]] = _from_idioms("alike", target_language, alike)
    return made


@lru_cache(maxsize=8)
def ordinary_in(target_language: str) -> dict[str, int]:
    """How many ordinary sentences have a stem, by the idioms rendered in a language; under the empty key, of how many."""
    made: dict[str, int] = _from_idioms("ordinary", target_language, ordinary)
    return made


def _from_idioms(name: str, target_language: str, make: Callable[[Iterable[Row], str], Any]) -> Any:
    contents = [content for content in _contents(home(), target_language) if content[1] == "idiom"]
    digest = sha256("\0".join(content for content, *_ in contents).encode()).hexdigest()
    return cache.remembered(
        f"{name}-{target_language}",
        digest,
        CODE,
        lambda: make((row for c in contents for row in read(*c)), target_language),
    )
