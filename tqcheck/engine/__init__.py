"""A run: which files, which checks, what they found, and what it means for the gate."""
