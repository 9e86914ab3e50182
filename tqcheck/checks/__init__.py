"""What is wrong: one module and one card per check. The module is a value and a pure function, the card its manual and tests."""
