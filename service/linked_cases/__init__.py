"""Cases that belong together: those of brothers and sisters, and the one that a family had before."""
