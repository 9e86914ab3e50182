"""`python -m tqcheck`."""

from tqcheck.cli.app import main

main()
