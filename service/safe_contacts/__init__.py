"""Safe contact: how a person may be reached and how not, and with whom their details must not be shared."""
