"""Who asks: the actor, their roles, and how a request proves them."""
