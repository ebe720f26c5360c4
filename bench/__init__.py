"""How fast the service is, against hand-written SQL that keeps the same promises: `python -m bench`, `make bench`."""
