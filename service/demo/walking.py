"""Walk with one family through the service over HTTP, and hold each step against the workflow."""

import datetime as dt
import json
import secrets
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from service.demo.ended_scenarios import ENDED
from service.demo.more_scenarios import MORE
from service.demo.route import Route, Step
from service.demo.routes import BIRTHS, DAYS, ROUTES, days
from service.demo.scenarios import FIRST, routes
from service.graph.documents import TRUSTED_FOLDER

SECONDS = 20
Post = Callable[[str, str, Mapping[str, Any]], dict[str, Any]]
"""Send a document and its variables as somebody; answer the body."""


class Strayed(Exception):
    """A step did not end as the workflow says."""


def walk(post: Post, say: Callable[[str], None] = print, today: dt.date | None = None) -> None:
    """Walk with one family of each framework. Raise Strayed where a step is not what the workflow says."""
    for route in ROUTES.values():
        walk_with(route, post, say, today or dt.date.today())


def walk_scenarios(post: Post, say: Callable[[str], None] = print, today: dt.date | None = None) -> None:
    """Live through what happens to families, one line each. Raise Strayed where a step is not what the workflow says."""
    for number, route in enumerate(routes((*FIRST, *MORE, *ENDED)), 1):
        walk_with(route, post, lambda _: None, today or dt.date.today(), number)
        refusals = sum(bool(step.refused) for step in route.steps)
        say(f"{route.title}: {len(route.steps)} steps, {refusals} of them refused, all as the workflow says.")


def walk_with(route: Route, post: Post, say: Callable[[str], None], today: dt.date, number: int = 0) -> None:
    """Take every step, and tell it in plain words with what was sent. Raise Strayed."""
    say(f"{route.title}\n")
    kept: dict[str, Any] = dict(days(today, number))
    for number, step in enumerate(route.steps, 1):
        sent = {**filled(step.sends, kept), **key_of(step)}
        text = " ".join(document(step.document).split())
        say(f"{number:>2}. {step.who} {step.says}\n    {text}\n    {json.dumps(sent, ensure_ascii=False)}")
        body = post(step.who, text, sent)
        say(f"    -> {held(step, body)}\n")
        hold_finding(step, body, kept)
        kept |= {name: found(body["data"], path) for name, path in step.keeps.items()}
    say(f"One family, {len(route.steps)} steps, from a request for help to closure: all as the workflow says.\n")


def document(name: str) -> str:
    """Read a trusted document."""
    return (TRUSTED_FOLDER / f"{name}.graphql").read_text()


def key_of(step: Step) -> dict[str, str]:
    """Make a key for a change; a question needs none."""
    return {"idempotencyKey": f"walk-{secrets.token_hex(8)}"} if is_change(step) else {}


def is_change(step: Step) -> bool:
    """Tell whether a step sends a mutation."""
    return document(step.document).lstrip().startswith("mutation")


def filled(value: Any, kept: Mapping[str, Any]) -> Any:
    """Put what was kept in the place of its names."""
    if isinstance(value, Mapping):
        return {name: filled(inner, kept) for name, inner in value.items()}
    if isinstance(value, list):
        return [filled(inner, kept) for inner in value]
    return kept[value[1:]] if isinstance(value, str) and value.startswith("$") else value


def found(data: Any, path: tuple[str, ...]) -> Any:
    """Follow a path into an answer. Raise Strayed where it ends too early."""
    try:
        for part in path:
            data = data[int(part)] if part.isdigit() else data[part]
    except (TypeError, LookupError) as error:
        raise Strayed(f"The answer says nothing at {'.'.join(path)}.") from error
    return data


def held(step: Step, body: Mapping[str, Any]) -> str:
    """Hold an answer against what must come of the step; return what came, in words. Raise Strayed."""
    if body.get("errors"):
        raise Strayed(f"{step.document}: {body['errors'][0]['message']}")
    [answer] = [each for name, each in body["data"].items()]
    problems = (answer or {}).get("userErrors") or []
    if step.refused:
        return held_back(step, problems)
    if problems:
        raise Strayed(f"{step.document}: {problems[0]['message']}")
    stands_in = (answer.get("case") or {}).get("stateTitle") if step.state else None
    if step.state and stands_in != step.state:
        raise Strayed(f"{step.document} led to {stands_in!r}, and the workflow says {step.state!r}.")
    return f"the case is in: {stands_in}" if stands_in else "done"


def hold_finding(step: Step, body: Mapping[str, Any], kept: Mapping[str, Any]) -> None:
    """Hold what an answer says against what it must say. Raise Strayed."""
    for path, wanted in filled(step.finds, kept).items():
        if found(body["data"], path) != wanted:
            raise Strayed(f"{step.document} says {found(body['data'], path)!r} at {'.'.join(path)}, and not {wanted!r}.")


def held_back(step: Step, problems: list[dict[str, Any]]) -> str:
    """Hold a refusal against what must stand in the way. Raise Strayed."""
    reasons = {word for problem in problems for word in (problem["code"], problem["reason"])}
    if not set(step.refused) <= reasons:
        by = ", ".join(sorted(filter(None, reasons))) or "nothing"
        raise Strayed(f"{step.document} was to be refused by {', '.join(step.refused)}; it was by {by}.")
    return "refused: " + " ".join(problem["message"] for problem in problems)


def over_http(address: str, tokens: Mapping[str, str]) -> Post:
    """Return how to send a document to a service."""

    def post(who: str, text: str, variables: Mapping[str, Any]) -> dict[str, Any]:
        body = json.dumps({"query": text, "variables": variables}).encode()
        headers = {"Authorization": f"Bearer {tokens[who]}", "Content-Type": "application/json", "Accept": "application/json"}
        request = urllib.request.Request(f"{address}/graphql", body, headers)
        try:
            with urllib.request.urlopen(request, timeout=SECONDS) as response:
                answer: dict[str, Any] = json.load(response)
        except urllib.error.HTTPError as error:
            raise Strayed(f"{address} answered with {error.code}: {error.read().decode(errors='replace')[:300]}") from error
        except (OSError, ValueError) as error:
            raise Strayed(f"No service answers at {address} ({error}). Run `make demo` first.") from error
        return answer

    return post


ASK = (
    "ask() {",
    "  curl -s localhost:8000/graphql -d @- -H 'Content-Type: application/json' -H \"Authorization: Bearer $1\"",
    "}",
)
"""How a shell sends what it reads, as whom a token names."""


SHOWN = ROUTES["early-help"]
"""The walk that is written for curl."""
DAY = '.venv/bin/python -c "import datetime as d; print(d.date.today() + d.timedelta($1))"'
"""How a shell counts days, whatever its `date` understands."""


def curl_lines() -> Iterator[str]:
    """Write the steps of the early help assessment as lines for a shell with curl; names keep what later steps need."""
    yield from ASK
    yield 'first() { grep -o "$1" | head -n 1; }'
    yield f"day() {{ {DAY}; }}"
    yield from (f"{shell_name(who)}=$(.venv/bin/early-help token {who})" for who in dict.fromkeys(step.who for step in SHOWN.steps))
    yield from (f"{name}=$(day {n})" for name, n in DAYS.items())
    least, span = BIRTHS["BORN"]
    yield f"BORN=$(day $((-{least} - $(date +%s) % {span})))"
    for number, step in enumerate(SHOWN.steps, 1):
        yield f"\n# {number}. {step.who} {step.says}"
        yield from curl_of(number, step)


def curl_of(number: int, step: Step) -> Iterator[str]:
    """Write one step: its body is a here-document, in which the shell puts the names."""
    text = " ".join(document(step.document).split()).replace("$", "\\$")
    key = {"idempotencyKey": f"walk-$(date +%s)-{number}"} if is_change(step) else {}
    body = json.dumps({"query": text, "variables": {**step.sends, **key}}, ensure_ascii=False).replace("\\\\$", "\\$")
    keeps = next(iter(step.keeps), None)
    head, tail = (
        (f"{keeps}=$(ask ${shell_name(step.who)} <<END | first '{pattern(keeps)}'", "END\n)")
        if keeps
        else (f"ask ${shell_name(step.who)} <<END", "END")
    )
    yield f"{head}\n{body}\n{tail}"


def pattern(name: str) -> str:
    """Write how a shell finds what is kept under a name."""
    return "EH-[0-9]*-[0-9]*" if name == "REFERENCE" else f"{PREFIXES.get(name, name.partition('_')[0].lower())}_[0-9a-f-]*"


def shell_name(who: str) -> str:
    """Name the shell's variable for somebody's token."""
    return "AS_" + who.upper().replace("-", "_")


PREFIXES = {"NORTH": "locality", "WORKER": "practitioner", "MOTHER": "person", "ADA": "person"}
"""Of names that are not the prefix of what they name."""


def told(problem: Strayed) -> int:
    """Tell where the walk strayed; return the status of the command."""
    print(f"early-help: {problem}", file=sys.stderr)
    return 1
