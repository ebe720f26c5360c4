"""Where families' cases have been brought once: a test that begins there begins on a copy."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

from tests.conftest import drop

NEVER = -1
"""What no count of requests is: a family that has gone somewhere, or is not alone, begins nowhere else."""

if TYPE_CHECKING:
    from tests.functional.served import Served

F = TypeVar("F", bound=Callable[..., Any])


class Stages:
    """The databases in which a family stands somewhere, made when first asked for, and what the tests' family knew there."""

    def __init__(self, server: str, council: str, serve: "Callable[[str, str, Stages], Served]") -> None:
        self.server, self.council, self.serve = server, council, serve
        self.made: dict[tuple[type[Any], str], tuple[str, dict[str, Any]]] = {}

    def bring(self, family: Any, stage: str, reach: Callable[[Any], Any]) -> None:
        """Let a family that is new stand where a stage ends, on a copy of the database in which it was reached."""
        key = (type(family), stage)
        if key not in self.made:
            self.made[key] = self.reached(type(family), reach)
        name, knows = self.made[key]
        family.api.move_to(name)
        family.__dict__.update(knows)

    def reached(self, kind: type[Any], reach: Callable[[Any], Any]) -> tuple[str, dict[str, Any]]:
        """Bring a family of a kind somewhere; return the database, and what the family knows."""
        api = self.serve(self.server, self.council, self)
        family = kind(api)
        reach(family)
        family.began = NEVER
        return api.leave(), {name: value for name, value in vars(family).items() if name != "api"}

    def drop_all(self) -> None:
        """Drop the databases."""
        for name, _ in self.made.values():
            drop(self.server, name)


def stage(reach: F) -> F:
    """Let a way be gone once for all the tests whose family begins with it."""

    @wraps(reach)
    def reached(family: Any) -> Any:
        if not family.is_new():
            return reach(family)
        family.api.stages.bring(family, reach.__name__, reach)
        return family.case

    return cast(F, reached)
