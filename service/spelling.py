"""How the contract spells the names that Python has."""


def camel(name: str) -> str:
    """Spell a Python name, or a column, as the contract does."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)
