"""tqcheck: a linter for translations."""

__version__ = "0.1.0"
