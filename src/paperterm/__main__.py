"""`python -m paperterm`."""

from paperterm.cli import main

main()
