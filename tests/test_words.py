"""Words and sentences, on texts nobody chose."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.language import sentences, words

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
