"""The parts of the HTML report; imported only when one is written."""
