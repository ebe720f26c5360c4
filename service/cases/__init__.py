"""Cases: one family's episode of early help, moved through its workflow."""
