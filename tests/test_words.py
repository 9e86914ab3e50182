"""Words and sentences, on texts nobody chose."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.language import detect, numbers, sentences, words
from tqcheck.language.lazy import lazy

TEXT = st.text(st.sampled_from("abcÀé'’ʼ\u0301-_.,!?…。 字の한\ufffc0١ё\n\u200d😀"), max_size=60)


@given(TEXT)
@settings(deadline=None, max_examples=300)
def test_parts_hold_the_words_and_what_stands_between(text: str) -> None:
    parts = words.parts(text)
    assert "".join(parts) == text
    assert [word.text for word in words.placed(parts)] == parts[1::2] == words.strings(text)
    assert all(text[word.start : word.end] == word.text for word in words.words(text))


@given(TEXT)
@settings(deadline=None, max_examples=300)
def test_sentences_are_in_order_and_hold_all_but_space(text: str) -> None:
    found = sentences.spans(text, "en")
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert "".join(text[s.start : s.end] for s in found).replace(" ", "") == "".join(text.split()).replace(
        " ", ""
    ) or all(char.isspace() for at, char in enumerate(text) if not any(s.start <= at < s.end for s in found))


def test_long_texts_are_parted_in_time() -> None:
    text = "他来了。" * 100_000
    assert len(sentences.spans(text, "zh")) == 100_000


@given(TEXT)
@settings(deadline=None, max_examples=300)
def test_words_that_are_passed_over_show_nothing(text: str) -> None:
    for word in words.strings(text):
        for language in ("en", "ru", "de", "zh"):
            assert not numbers._is_mute(word, language) or not numbers._meaning(word, language)


def test_lazy_patterns_do_as_patterns_do() -> None:
    made, plain = lazy(r"(?P<a>b)", re.I), re.compile(r"(?P<a>b)", re.I)
    assert made.pattern == plain.pattern and made.groupindex == plain.groupindex
    assert made.findall("abB") == plain.findall("abB") == ["b", "B"]


def test_function_words_show_a_language_where_there_are_plenty() -> None:
    english = "The house of the mayor was in the middle of the town, and they have been there for a year. " * 8
    assert detect.is_evident(english, "en")
    assert not detect.is_evident(english, "de") and not detect.is_evident(english[:80], "en")
    assert not detect.is_evident(
        english + "Das Haus ist alt und die Straße war nicht breit, aber wir sind hier. " * 8, "en"
    )
