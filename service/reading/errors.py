"""What can be wrong with a declaration, and with the value of an argument."""

from graphql import GraphQLError


class DeclarationError(Exception):
    """A type declares what cannot be compiled."""


class BadArgument(GraphQLError):
    """An argument is bad only with its value: its field fails, and nothing else."""

    def __init__(self, message: str) -> None:
        super().__init__(message, extensions={"code": "BAD_USER_INPUT"})
