"""Wrong entries: marked with a reason, looked at by somebody else, struck through and never deleted."""
