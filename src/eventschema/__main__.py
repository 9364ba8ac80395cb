"""`python -m eventschema`."""

from eventschema.cli import main

main()
