"""The command `early-help settings`: the council's configuration from a shell, over the same operations as anybody's."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from service.settings import Mode, SettingsError, read_settings

app = typer.Typer(help="List, preview, set and withdraw what the council sets.", no_args_is_help=True, rich_markup_mode=None)

Name = Annotated[str, typer.Argument(help="The setting, as `early-help settings list` spells it.")]
Value = Annotated[str, typer.Argument(help="Its value: a number, yes or no, a text, words or dates with commas between; or default.")]
About = Annotated[str | None, typer.Option(help="What it is about, for a setting with several subjects.")]
Locality = Annotated[str | None, typer.Option(help="The id of the locality that differs; left out, the whole council.")]
Day = Annotated[str, typer.Option("--from", help="The first day on which it holds, such as 2026-09-01; today when left out.")]
Who = Annotated[str, typer.Option("--as", help="The address of the administrator who does it; in a demonstration, its first one.")]
Why = Annotated[str, typer.Option(help="Why; it stands beside the value.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]

WORDS = {"yes": True, "no": False}
DEFAULT = "default"


@app.command("list")
def listed(locality: Locality = None, on: Annotated[str | None, typer.Option(help="As of the end of a day.")] = None,
           who: Who = "", as_json: AsJson = False) -> None:  # fmt: skip
    """Print everything that can be set with what holds, and what is planned."""
    found = asked(who, Settings=without_nothing(localityId=locality, on=on), PlannedSettings={"first": 100})
    held, plans = (found[name]["configuration"] for name in ("Settings", "PlannedSettings"))
    if held["settings"] is None:
        raise refusal("Administrators and managers read the settings; or there is no such locality.")
    planned = [edge["node"] for edge in plans["changes"]["edges"]]
    tell({"settings": held["settings"], "planned": planned}, as_json, [*map(line, held["settings"]), *map(plan, planned)])


@app.command()
def preview(name: Name, value: Value, about: About = None, locality: Locality = None, day: Day = "", who: Who = "",
            as_json: AsJson = False) -> None:  # fmt: skip
    """Say what a change would change, before it is made."""
    given = without_nothing(name=name, about=about, localityId=locality, validFrom=day or today(), **value_of(name, about, value))
    found = asked(who, PreviewSetting=given)["PreviewSetting"]["configuration"]["preview"]
    if found is None:
        raise refusal("Administrators look ahead; you are none.")
    refuse(found["userErrors"])
    tell(found, as_json, told(found))


@app.command("set")
def put(name: Name, value: Value, why: Why, about: About = None, locality: Locality = None, day: Day = "", who: Who = "",
        as_json: AsJson = False) -> None:  # fmt: skip
    """Set a value from today or a later day."""
    given = without_nothing(name=name, about=about, localityId=locality, validFrom=day or today(), reason=why)
    change(who, "SetSetting", {**given, **value_of(name, about, value)}, as_json)


@app.command()
def withdraw(setting: Annotated[str, typer.Argument(help="The id of what is planned.")], why: Why, who: Who = "",
             as_json: AsJson = False) -> None:  # fmt: skip
    """Withdraw what is planned, before its day."""
    change(who, "WithdrawSetting", {"settingId": setting, "reason": why}, as_json)


def change(who: str, document: str, given: Mapping[str, Any], as_json: bool) -> None:
    """Make a change of the version as it stands. Raise UserError."""
    import secrets

    version = asked(who, PlannedSettings={"first": 1})["PlannedSettings"]["configuration"]["version"]
    sent = {**given, "expectedVersion": version, "idempotencyKey": secrets.token_hex(8)}
    found = next(iter(asked(who, **{document: sent})[document].values()))
    refuse(found["userErrors"])
    said = found["setting"]
    when = "is withdrawn" if "withdrawnAt" in said else f"{said['inWords']}, from {said['validFrom']}"
    tell(said, as_json, [f"{key_of(said)}: {when} ({said['id']})."])


def asked(who: str, **documents: Mapping[str, Any]) -> dict[str, Any]:
    """Run trusted documents with their variables, as an administrator or manager; return the data of each. Raise UserError."""
    import asyncio

    from service import database

    settings = read_settings()
    email = who or somebody(settings.mode)
    with database.database(settings) as url:
        return asyncio.run(run(url, email, documents))


async def run(url: str, email: str, documents: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Run trusted documents on the database of a URL, as somebody."""
    from service.access.accounts import account
    from service.database import open_pool
    from service.graph.documents import TRUSTED_FOLDER
    from service.graph.running import Asked, Runner

    async with await open_pool(url, most=1) as pool:
        actor = await account(pool, email)
        if actor is None:
            raise refusal(f"Nobody signs in as {email}.")
        found = {}
        for name, variables in documents.items():
            answer = (await Runner(pool).run(actor, Asked((TRUSTED_FOLDER / f"{name}.graphql").read_text(), variables))).parsed()
            refuse(answer.get("errors", []))
            found[name] = answer["data"]
        return found


def somebody(mode: Mode) -> str:
    """Return who acts when nobody is named: the first administrator of a demonstration. Raise SettingsError elsewhere."""
    if mode is Mode.PRODUCTION:
        raise SettingsError("Say who does this: --as and the address of an administrator.")
    from service.demo.cast import ADMINISTRATOR

    return ADMINISTRATOR.email


def value_of(name: str, about: str | None, text: str) -> dict[str, Any]:
    """Read a value as the form of its setting takes it. Raise SettingsError; a name that there is not is left to the service to refuse."""
    from service.configuration.catalogue import CATALOGUE

    if text == DEFAULT:
        return {"useDefault": True}
    setting = CATALOGUE.get(name)
    kind = setting.kind_of(about if about in (setting.subjects or ()) else None) if setting else None
    field = kind.field if kind else "text"
    if field in ("words", "days"):
        return {field: [part.strip() for part in text.split(",") if part.strip()]}
    if (field == "number" and not text.isdecimal()) or (field == "flag" and text not in WORDS):
        raise SettingsError(f"{name} takes {kind.takes if kind else 'another value'}, or the word default.")
    return {field: int(text) if field == "number" else WORDS[text] if field == "flag" else text}


def today() -> str:
    """Return today's date in London."""
    import datetime as dt

    from service.deadlines.rules import day_in_london

    return day_in_london(dt.datetime.now(dt.UTC)).isoformat()


def without_nothing(**given: Any) -> dict[str, Any]:
    """Leave out what was not given."""
    return {name: value for name, value in given.items() if value is not None}


def refuse(problems: list[dict[str, Any]]) -> None:
    """Raise UserError for what stands in the way, all of it."""
    if problems:
        raise refusal(" ".join(problem["message"] for problem in problems))


def refusal(sentence: str) -> Exception:
    """Make the error that the command tells."""
    from service.errors import BadInput

    return BadInput(sentence)


def tell(found: object, as_json: bool, lines: list[str]) -> None:
    """Print an answer for people, or for programs."""
    import json

    print(json.dumps(found) if as_json else "\n".join(lines))


def key_of(found: Mapping[str, Any]) -> str:
    """Name a setting with what it is about."""
    return f"{found['name']} {found['about']}" if found["about"] else str(found["name"])


def line(found: Mapping[str, Any]) -> str:
    """Write what holds of one setting."""
    more = f" (published: {found['defaultInWords']})" if found["isSet"] else ""
    return f"{key_of(found):<60} {found['inWords']}{more}"


def plan(found: Mapping[str, Any]) -> str:
    """Write what is planned."""
    place = f" in {found['locality']['name']}" if found["locality"] else ""
    said = f"{key_of(found)}{place}: {found['inWords']}, from {found['validFrom']}"
    return f"Planned: {said} ({found['id']}, by {found['setBy']['name']}: {found['reason']})"


def told(found: Mapping[str, Any]) -> list[str]:
    """Write what a change would change."""
    few = {name: "fewer than 5" if found[name] is None else found[name] for name in ("underWay", "dueAnotherDay", "overdue")}
    back = "fewer than 5" if found["noLongerOverdue"] is None else found["noLongerOverdue"]
    return [
        f"{found['before']} becomes {found['after']}. Cases under way keep the due days that they were given.",
        f"Open cases that stand where it counts: {few['underWay']}.",
        f"Counted by the new value, due on another day: {few['dueAnotherDay']}; overdue: {few['overdue']}; no longer overdue: {back}.",
        *(f"The wait {wait['title']!r}: {wait['before']} working days become {wait['after']}." for wait in found["waits"]),
    ]
