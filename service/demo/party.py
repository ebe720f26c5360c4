"""A family that is walked with: a mother, her children, and the framework of its case. Pure."""

from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from service.demo.themes import THEMES
from service.forms.asking import Family
from service.forms.parts import Form, Subject
from service.forms.published import FORMS
from workflows import WORKFLOWS
from workflows.kit import Workflow

THEME = THEMES[0]


class Child(NamedTuple):
    """A child of a walk: what it is called, on which day it was born and how old that makes it; None for one still to be born."""

    name: str
    born: str = "$BORN"
    age: int | None = 10

    @property
    def key(self) -> str:
        """Return the name under which its id is kept."""
        return self.name.upper()


@dataclass(frozen=True)
class Party:
    """A family that is walked with: a mother, her children, and the framework of its case. It speaks for itself in a form's answers."""

    name: str
    mother: str
    children: tuple[Child, ...]
    framework: str = "early-help"
    theme = THEME

    @property
    def workflow(self) -> Workflow[Any]:
        """Return the workflow that the case goes by."""
        return WORKFLOWS[self.framework, 1]

    @property
    def form(self) -> Form:
        """Return the form that is filled in."""
        return FORMS[self.framework, 1]

    @property
    def ids(self) -> dict[UUID, str]:
        """Return the names of everybody's id, by who they are to the form."""
        return {UUID(int=0): "$MOTHER"} | {UUID(int=n): f"${child.key}" for n, child in enumerate(self.children, 1)}

    @property
    def child_ids(self) -> list[str]:
        """Return the names of the children's ids."""
        return [f"${child.key}" for child in self.children]

    @property
    def as_asked(self) -> Family:
        """Return of whom the form asks."""
        children = [Subject(UUID(int=n), child.name, child.age, child.age is None) for n, child in enumerate(self.children, 1)]
        return Family(tuple(children), (Subject(UUID(int=0), self.mother, 35),))

    def words(self, text: str) -> str:
        """Put the first child's name into a sentence."""
        return text.replace("{child}", self.children[0].name)

    def day(self, n: int = 0) -> str:
        """Return the day of the walk, or a later one, as the walk names it."""
        return {0: "$TODAY", 42: "$IN_SIX_WEEKS"}[n]

    def took_part(self) -> list[dict[str, Any]]:
        """Say who took part."""
        return [{"personId": each, "tookPart": True} for each in self.ids.values()]
