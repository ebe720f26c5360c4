"""Print the contract: `python -m service.graph.printing`."""

from graphql import print_schema

from service.graph.schema import READER


def printed() -> str:
    """Return the schema in its own language."""
    return print_schema(READER.schema) + "\n"


if __name__ == "__main__":
    print(printed(), end="")
