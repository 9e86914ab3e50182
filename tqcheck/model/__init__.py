"""The nouns every other room speaks: texts, segments, findings, runs. Standard library only, no input or output."""
