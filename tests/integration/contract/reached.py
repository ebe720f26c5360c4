"""What an action comes to: the permissions that it asks for and the events that it writes, found in its own text and what it calls."""

import ast
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import chain
from types import FunctionType
from typing import Any

from service.changing import Change
from service.journal.statements import Statement
from workflows import WORKFLOWS


def functions(action: Callable[..., Any]) -> set[FunctionType]:
    """Return an action and every function of ours that it calls, by whatever way."""
    found: set[FunctionType] = set()
    waiting = [action]
    while waiting:
        function = waiting.pop()
        function = inspect.unwrap(function) if callable(function) else function
        if isinstance(function, FunctionType) and function not in found and function.__module__.startswith("service."):
            found.add(function)
            waiting += called(function)
    return found


def called(function: FunctionType) -> list[Any]:
    """Return what a function calls by a name of its module, or by one in a module that it imports."""
    return [meant(node.func, function) for node in ast.walk(tree(function)) if isinstance(node, ast.Call)]


def meant(node: ast.AST, function: FunctionType) -> Any:
    """Return what `name` or `module.name` in a function's text stands for; None for anything else."""
    if isinstance(node, ast.Name):
        return function.__globals__.get(node.id)
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return getattr(function.__globals__.get(node.value.id), node.attr, None)
    return None


@cache
def tree(function: FunctionType) -> ast.AST:
    """Parse a function's text."""
    return ast.parse(textwrap.dedent(inspect.getsource(function)))


def nodes(change: type[Change]) -> Iterator[ast.AST]:
    """Yield every part of the text of a mutation's action and what it calls."""
    for function in functions(change.action):
        yield from ast.walk(tree(function))


def statements(change: type[Change]) -> set[str]:
    """Return the SQL of the statements that a mutation's action and what it calls name, among them that of its own step."""
    named = [meant(node, function) for function in functions(change.action) for node in ast.walk(tree(function))]
    trigger = change.fixed.get("trigger")
    return {each.sql for each in chain.from_iterable(within(each, trigger) for each in named)}


def within(named: Any, trigger: str | None) -> Iterator[Statement]:
    """Yield a statement, or those that a table of them holds; of a table, for a step with a mutation of its own, that of the step."""
    if isinstance(named, Statement):
        yield named
    elif isinstance(named, Mapping):
        held = [named[each] for each in named if trigger in (None, each)]
        yield from chain.from_iterable(within(each, trigger) for each in held)
    elif is_dataclass(named) and not isinstance(named, type):
        yield from chain.from_iterable(within(getattr(named, field.name), trigger) for field in fields(named))


def created(change: type[Change]) -> set[str]:
    """Name the tables into which a mutation writes a row."""
    return {table for sql in statements(change) for table in re.findall(r"INSERT INTO (\w+)", sql)}


def amended(change: type[Change]) -> set[str]:
    """Name the tables in which a mutation changes what a row says, in its place or by another in its stead.

    A row's version, and whether a case holds it, say nothing.
    """
    found = [update for sql in statements(change) for update in re.findall(r"UPDATE (\w+) SET (.*?) WHERE", sql)]
    replaced = [table for sql in statements(change) for table in re.findall(r"DELETE FROM (\w+)", sql)]
    written = [part for sql in statements(change) for part in re.findall(r"INSERT INTO (\w+)((?:(?!INSERT INTO ).)*)", sql, re.DOTALL)]
    again = {table for table, rest in written if "DO UPDATE" in rest}
    said = {table for table, values in found if set(re.findall(r"(\w+)=", values)) - {"version", "unattached"}}
    return {*said, *replaced, *again}


def permissions(change: type[Change]) -> set[str]:
    """Return the actions of the matrix that a mutation asks for: by `tx.may(..., Action.X)`, or as the workflow says of its step."""
    asked = [node.args[1] for node in nodes(change) if isinstance(node, ast.Call) and is_may(node)]
    named = {each.attr for each in asked if isinstance(each, ast.Attribute)}
    return named | {step.action for step in steps(change) if any(isinstance(each, ast.Subscript) for each in asked)}


def is_may(call: ast.Call) -> bool:
    """Tell whether a call is `tx.may(loaded, action)`."""
    return isinstance(call.func, ast.Attribute) and call.func.attr == "may" and len(call.args) == 2


def events(change: type[Change]) -> set[str]:
    """Return the kinds of events that a mutation writes."""
    words = {node.value for node in nodes(change) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    own = {word for word in words if re.fullmatch(r"([A-Z][a-z]+){2,}|Appointed", word)}
    return own | {step.event for step in steps(change)}


def steps(change: type[Change]) -> list[Any]:
    """Return the steps of workflows that a mutation takes: the one that it names, or for the generic one all that carry a text at most."""
    every = [step for workflow in WORKFLOWS.values() for step in workflow.transitions]
    if change.__name__ == "MoveCase":
        return [step for step in every if step.text_only]
    return [step for step in every if step.trigger == change.fixed.get("trigger")]
