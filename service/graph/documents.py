"""Documents, parsed and validated once and kept, and the trusted ones that pages and the walk are made of."""

from functools import lru_cache
from pathlib import Path

from graphql import GraphQLError

from service.graph.schema import READER
from service.reading.documents import Document, checked, parsed
from service.settings import HOME

TRUSTED_FOLDER = HOME / "graphql" / "operations"


class Untrusted(Exception):
    """A document that the service itself uses does not fit the schema: it must not start."""


@lru_cache(maxsize=2000)
def document(text: str) -> Document | tuple[GraphQLError, ...]:
    """Return a valid document, or what is wrong with it. Raise GraphQLError where it cannot be parsed."""
    found = checked(READER.schema, text, parsed(text))
    return found if isinstance(found, Document) else tuple(found)


def trusted(folder: Path = TRUSTED_FOLDER) -> dict[str, Document]:
    """Read every trusted document, by its name. Raise Untrusted with everything that is wrong with any."""
    found = {path.stem: document(path.read_text()) for path in sorted(folder.glob("*.graphql"))}
    wrong = [f"{name}: {'; '.join(e.message for e in each)}" for name, each in found.items() if not isinstance(each, Document)]
    unnamed = [
        f"{name}: holds an operation of another name"
        for name, each in found.items()
        if isinstance(each, Document) and name not in each.operations
    ]
    if wrong or unnamed:
        raise Untrusted("\n".join([*wrong, *unnamed]))
    return {name: each for name, each in found.items() if isinstance(each, Document)}
