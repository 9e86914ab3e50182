"""Running checks on the examples of cards, and rows of the bank on their own sentences; for plug-ins too."""

from tqcheck.testing.cards import Example as Example
from tqcheck.testing.cards import card_examples as card_examples
from tqcheck.testing.cards import example as example
from tqcheck.testing.cards import find as find
from tqcheck.testing.cards import messages as messages
