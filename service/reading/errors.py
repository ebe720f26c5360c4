"""What can be wrong with a declaration, and with the value of an argument."""

from graphql import GraphQLError


class DeclarationError(Exception):
    """A type declares what cannot be compiled."""


class BadArgument(GraphQLError):
    """An argument is bad only with its value: its field fails, and nothing else."""

    def __init__(self, message: str) -> None:
        super().__init__(message, extensions={"code": "BAD_USER_INPUT"})


class TooCostly(GraphQLError):
    """A document asks for more than a limit allows, and is not begun."""

    def __init__(self, limit: str, words: str, cost: int, most: int) -> None:
        details = {"code": "QUERY_TOO_COSTLY", "limit": limit, "cost": cost, "most": most}
        super().__init__(f"This asks for too much: at least {cost:,} {words}, and {most:,} are the most.", extensions=details)
