"""The journal: what changed, who asked, who read; hash-chained, and never apart from the change itself."""
