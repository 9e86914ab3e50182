"""Faults of glossaries: a rule for each, found among the concepts of all the files given together."""
