"""The formats glossaries are read from and written to, a module each."""
