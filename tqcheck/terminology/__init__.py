"""A glossary against texts: what its terms do there, and what terms texts offer."""
