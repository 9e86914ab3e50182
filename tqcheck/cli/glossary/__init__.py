"""`tqcheck glossary`: a terminologist's tools, one command per module."""
