"""Contact details of people: how each can be reached, and who may know."""
