"""A glossary against texts: what its terms do there."""
