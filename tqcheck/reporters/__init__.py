"""A run to text: one module per form. They know the model alone."""
