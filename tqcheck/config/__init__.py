"""Settings: where they come from, and what they may say. Knows no checks."""
