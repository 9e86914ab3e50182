"""Concept-oriented termbases: reading them, and finding their terms in text."""
