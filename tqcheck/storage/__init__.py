"""What is kept on disk: files replaced whole, and values remembered between runs."""
