"""Step-downs: families that came from children's social care, whose case there may still be open."""
