"""How a refusal is told: one type and one list of codes for every mutation."""

from collections.abc import Sequence

import graphene

from service.errors import ErrorCode, Problem
from service.words import enumeration

Code = enumeration(
    ErrorCode,
    BAD_USER_INPUT="Something that was sent cannot be right; `path` says where.",
    NOT_FOUND="There is nothing by an id that was sent, or nothing that you may see: the two are not told apart.",
    NOT_PERMITTED="Your role does not allow this here.",
    CONFLICT="Somebody changed the record since you read it; the message says who, and to what.",
    REFUSED="The workflow does not allow this now; each reason is told apart.",
    ALREADY_DONE="Nothing would change: it is already so.",
    DUPLICATE="There is already a record like this.",
    TOO_LONG="A text or a list is longer than it may be; the message names the limit.",
    IDEMPOTENCY_MISMATCH="The key was used before, for something else.",
)


class UserError(graphene.ObjectType):
    """One thing that stood in the way of a change. Nothing was changed."""

    code = Code(required=True, description="What went wrong, for a program.")
    message = graphene.String(required=True, description="What went wrong and what to do, in a sentence for the person who tried.")
    path = graphene.List(
        graphene.NonNull(graphene.String),
        required=True,
        description="Which field of the input it is about, from the outside in; empty for the whole.",
    )
    reason = graphene.String(description="The guard or rule that refused, by its name in the workflow's table.")


MOST_TOLD = 50


def told(problems: Sequence[Problem]) -> list[UserError]:
    """Tell the problems of a change, the first of them each and the rest by their number."""
    listed, rest = list(problems[:MOST_TOLD]), problems[MOST_TOLD:]
    if rest:
        listed.append(Problem(rest[0].code, f"{len(rest):,} more problems are not listed. Put these right first."))
    return [one(problem) for problem in listed]


def one(problem: Problem) -> UserError:
    """Tell one problem."""
    return UserError(code=problem.code, message=problem.message, path=list(problem.path), reason=problem.reason)
