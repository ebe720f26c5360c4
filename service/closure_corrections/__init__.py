"""The correction of a case's end: a case that was ended by mistake goes on where it was."""
