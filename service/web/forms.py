"""What a step's form is: its mutation, the fields that the mutation's document names, and what stood in the way of it."""

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import NonNullTypeNode
from starlette.datastructures import FormData

from service.web.asking import DOCUMENTS
from service.web.fields import FIELDS, Field, Kind, Unread, field_of, read, text
from service.web.steps import FORM_DOCUMENTS

HIDDEN = ("caseId", "expectedVersion", "idempotencyKey", "trigger")
"""What a form carries without asking for it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that stands in the way: a sentence, and the field that it is about, if it is about one."""

    message: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A field as a document asks for it."""

    name: str
    field: Field
    required: bool


@dataclass(frozen=True)
class Filled:
    """A form as it was sent: the variables of its mutation, and what cannot be read of it."""

    variables: dict[str, Any]
    problems: list[Problem] = field(default_factory=list)


def variables_of(document: str) -> dict[str, bool]:
    """Return the variables of a document, in its own order, and whether each is required."""
    (operation,) = DOCUMENTS[document].operations.values()
    return {each.variable.name.value: isinstance(each.type, NonNullTypeNode) for each in operation.variable_definitions}


def asked_by(document: str) -> list[Asked]:
    """Return the fields of a document: they are its variables, but for what a form carries without asking."""
    return [Asked(name, field_of(document, name), required) for name, required in variables_of(document).items() if name not in HIDDEN]


FORMS: Mapping[str, list[Asked]] = {name: asked_by(name) for name in FORM_DOCUMENTS}
"""Every form, by its document; a variable without a field stops the start."""


def labelled(document: str, asked: Asked, move: Mapping[str, Any]) -> Field:
    """Return a field as a step shows it: the one text of a generic step goes by the name that the workflow's table has for it."""
    return FIELDS.get(move["data"][0], asked.field) if document == "MoveCase" and move["data"] else asked.field


def blank() -> dict[str, Any]:
    """Return what a new form carries: a key of its own, so that sending it twice has one effect."""
    return {"key": secrets.token_urlsafe(16)}


def carried(document: str, trigger: str, form: FormData) -> dict[str, Any]:
    """Return the variables that a form carries without asking: which case, as it was read, and the key of its one effect."""
    version = text(form, "version")
    found = {
        "caseId": text(form, "case"),
        "expectedVersion": int(version) if version.isascii() and version.isdigit() and len(version) < 10 else 0,
        "idempotencyKey": text(form, "key") or secrets.token_urlsafe(16),
        "trigger": trigger,
    }
    return {name: value for name, value in found.items() if name in variables_of(document)}


def filled(document: str, trigger: str, form: FormData) -> Filled:
    """Read a form that was sent."""
    found = Filled(carried(document, trigger, form))
    for asked in FORMS[document]:
        fill_in(found, asked, form)
    return found


def fill_in(found: Filled, asked: Asked, form: FormData) -> None:
    """Read one field, or note what is wrong with it."""
    try:
        value = read(asked.name, asked.field, form)
    except Unread as error:
        found.problems.append(Problem(str(error), asked.name))
        return
    if value is not None:
        found.variables[asked.name] = value
    elif asked.required:
        found.problems.append(Problem(asked.field.missing, asked.name))


def told(document: str, errors: list[dict[str, Any]]) -> list[Problem]:
    """Put what the service refused beside the fields that it is about."""
    return [Problem(each["message"], place(document, each)) for each in errors]


def place(document: str, error: Mapping[str, Any]) -> str | None:
    """Find the field that a refusal is about: the one its path names, or the one that answers the guard."""
    names = [asked.name for asked in FORMS[document]]
    if error["path"] and error["path"][0] in names:
        return str(error["path"][0])
    return next((asked.name for asked in FORMS[document] if error["reason"] in asked.field.guards), None)


def typed(document: str, form: FormData) -> Iterator[tuple[str, str]]:
    """Say again what somebody typed in their own words, for a form that cannot be sent any more."""
    for asked in FORMS[document]:
        if asked.field.kind in (Kind.TEXT, Kind.LONG) and text(form, asked.name):
            yield asked.field.label, text(form, asked.name)
