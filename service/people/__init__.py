"""People: children, young people, unborn children and the adults around them."""
