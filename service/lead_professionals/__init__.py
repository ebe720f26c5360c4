"""Lead professionals: who holds a family's case together, and since when."""
