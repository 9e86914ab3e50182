"""Files to documents: each reader decides, once, where every character of its text stands in the file."""
