"""Every check has a card, and every example of every card holds."""

import re

import pytest

from tqcheck.checks.base import AnyCheck
from tqcheck.checks.registry import all_checks, card, title
from tqcheck.testing import Example, card_examples, find, messages

HEADINGS = ["Why it matters", "Flag", "Pass", "Options", "Limits"]
CASES = [
    pytest.param(name, example, id=f"{name}-{'flag' if example.flagged else 'pass'}-{number}")
    for name in all_checks()
    for number, example in enumerate(card_examples(card(name)))
]


@pytest.mark.parametrize(("name", "example"), CASES)
def test_example(name: str, example: Example) -> None:
    found = find(all_checks()[name], example)
    assert bool(found) == example.flagged
    if example.spans:
        assert found == list(example.spans)


@pytest.mark.parametrize("check", all_checks().values(), ids=lambda check: check.id)
def test_card_is_whole(check: AnyCheck) -> None:
    text = card(check.id)
    assert text.startswith(f"# {check.id}\n"), "the card begins with the id"
    assert len(title(check.id)) > 30, "the first paragraph says what the check finds"
    assert re.findall(r"^## (.+)$", text, re.M) == HEADINGS
    examples = list(card_examples(text))
    assert sum(example.flagged for example in examples) >= 3
    assert sum(not example.flagged for example in examples) >= 3
    for option in getattr(check.options, "__dataclass_fields__", {}):
        assert f"`{option.replace('_', '-')}`" in text, f"the card names the option {option}"


@pytest.mark.parametrize("check", all_checks().values(), ids=lambda check: check.id)
def test_every_message_is_reached(check: AnyCheck) -> None:
    reached = {key for example in card_examples(card(check.id)) for key in messages(check, example)}
    assert reached >= set(check.messages), "each message has an example that makes it"


@pytest.mark.parametrize("check", all_checks().values(), ids=lambda check: check.id)
def test_id_and_confidence(check: AnyCheck) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", check.id)
    assert 0.5 <= check.confidence <= 1
