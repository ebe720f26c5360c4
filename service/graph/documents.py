"""Documents, parsed and validated once and kept, and the trusted ones that pages and the walk are made of."""

from pathlib import Path

from graphql import GraphQLError

from service.graph.schema import READER
from service.reading.documents import BYTES_A_CHARACTER, Document, checked, digest_of, parsed
from service.reading.latest import Latest
from service.settings import HOME

TRUSTED_FOLDER = HOME / "graphql" / "operations"
Looked = Document | tuple[GraphQLError, ...]
KNOWN: Latest[tuple[bytes, int], Looked] = Latest(2000, heaviest=40_000_000, weigh=lambda key, _: BYTES_A_CHARACTER * key[1])
"""The documents looked at last, by digest and length: a stranger may send many, but fills at most this much memory."""


class Untrusted(Exception):
    """A document that the service itself uses does not fit the schema: it must not start."""


def document(text: str) -> Looked:
    """Return a valid document, or what is wrong with it. Raise GraphQLError where it cannot be parsed, TooCostly where it is too long."""
    return KNOWN.get((digest_of(text), len(text)), lambda: looked_at(text))


def looked_at(text: str) -> Looked:
    """Parse and validate a document."""
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
