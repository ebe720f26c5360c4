"""One document, asked of the compiler, of stock graphql-core, and of a database without the invisible rows."""

import json
from collections.abc import Mapping
from typing import Any

from tests.oracle.databases import Service
from tests.oracle.slow import Rows, Slow


def assert_agrees(
    text: str, variables: Mapping[str, Any], actor: Any, *, slow: Slow, visible: Rows, everything: Service, only_visible: Service
) -> dict[str, Any]:
    """Assert that all three answer alike, with one statement, and that the trace names what was shown; return the answer."""
    everything.traced()
    answer = everything.ask(actor, text, variables)
    statements, traces = len(everything.statements), everything.traced()
    result, shown = slow.answer(text, variables, visible, actor)

    assert json.dumps(answer["data"]) == json.dumps(result.data), text
    assert errors_of(answer) == errors_of({"errors": [e.formatted for e in result.errors or ()]}), text
    assert statements <= 1
    assert "errors" in answer or traces == ([sorted(shown)] if shown else []), text
    assert answer == only_visible.ask(actor, text, variables), text
    return answer


def errors_of(answer: Mapping[str, Any]) -> list[tuple[str, str]]:
    return sorted((e["message"], json.dumps(e.get("path"))) for e in answer.get("errors") or ())
