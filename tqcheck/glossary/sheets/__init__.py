"""Glossary files as their editors see them: every edit rewrites the lines of its own concept and no others."""
