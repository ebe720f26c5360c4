"""Print a workflow version for people: its states, its allowed moves, what stands in their way, and a picture."""

from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any, get_type_hints

from workflows import WORKFLOWS
from workflows.kit import Cap, Clock, Guard, Kind, Level, MoveTo, Moving, Stop, Transition, Workflow
from workflows.moves import MOVES

ABOUT_GUARDS = (
    "All guards of a move are asked, and all their sentences are shown together. A move that ends a case also refuses a reason for ending "
    "that is not one of its own."
)
ABOUT_MOVES = (
    "A move that stays writes an event and leaves the case where it is. A dagger (†) marks a guard that judges what the form of the move "
    "carries."
)
ABOUT_FACTS = "What the guards look at, read while the case is locked, or carried by the form of the move."
ABOUT_MOVING = "A case moves only when an administrator moves it, and a move is a correction outside the steps above."
ANYWHERE = "every_open_state"
PAGES = Path(__file__).parent.parent / "docs" / "workflows"
TURNS = {
    Kind.WORKING: "ours",
    Kind.WAITING_FAMILY: "the family's",
    Kind.WAITING_PARTNER: "a partner's",
    Kind.WAITING_MANAGER: "a manager's",
    Kind.FINAL: "final",
}


def page(workflow: Workflow[Any]) -> str:
    """Write the whole page of a version, in Markdown."""
    parts = [
        f"# {workflow.title}: `{workflow.key}` version {workflow.version}",
        f"Printed from `workflows/{workflow.module}.py` by `python -m workflows.printing`. Change the definition, not this page.",
        f"It uses version {workflow.form.version} of the form `{workflow.form.key}`. The ordinary way is "
        + " → ".join(workflow.states[key].title for key in workflow.path)
        + ".",
        *("## States", states(workflow)),
        *("## Allowed moves", ABOUT_MOVES, moves(workflow)),
        *("## Guards", ABOUT_GUARDS, guards(workflow)),
        *("## Facts", ABOUT_FACTS, facts(workflow)),
        *("## Reasons for ending", endings(workflow)),
        *(part for way in MOVES.values() if way.source == (workflow.key, workflow.version) for part in moving(way)),
        *("## Picture", about_picture(workflow), picture(workflow)),
    ]
    return "\n\n".join(parts) + "\n"


def table(heads: str, rows: Iterable[Iterable[str]]) -> str:
    """Write a Markdown table; the heads are separated by bars."""
    columns = heads.split("|")
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [columns, ["---"] * len(columns), *rows])


def codes(words: Iterable[str]) -> str:
    """Write words as code, one after the other."""
    return " ".join(f"`{word}`" for word in words)


def measure(n: int | None, clock: Clock) -> str:
    """Write a length on a clock."""
    return f"{n} {clock.replace('_', ' ')}"


def level_in_words(level: Level | None) -> str:
    """Write a service level for a reader."""
    if level is None:
        return "none"
    if level.clock is Clock.DATE:
        return f"the date set (`{level.fact}`){cap_in_words(level.first, level.later)}"
    others = {"after a return": level.on_return, "when done again": level.on_reassess}
    return "; ".join([measure(level.n, level.clock), *(f"{n} {when}" for when, n in others.items() if n)])


def cap_in_words(first: Cap | None, later: Cap | None) -> str:
    """Write how far ahead a date may lie, in a first stay and in a later one."""
    if first is None:
        return ""
    words = [measure(cap.n, cap.clock) for cap in (first, later) if cap]
    return ", at most " + ", and in a later stay ".join(words)


def states(workflow: Workflow[Any]) -> str:
    """Write the table of states."""
    return table(
        "state|title|whose turn|default service level|where it comes from|who owns the work",
        (
            (f"`{each.key}`", each.title, TURNS[each.kind], level_in_words(each.level), each.level.basis if each.level else "", each.owner)
            for each in workflow.states.values()
        ),
    )


def guards_of(workflow: Workflow[Any]) -> dict[str, Guard[Any]]:
    """Return each guard of a version once, in the order of the moves."""
    return {guard.key: guard for transition in workflow.transitions for guard in transition.guards}


def moves(workflow: Workflow[Any]) -> str:
    """Write the table of allowed moves."""
    return table(
        "trigger|button|from|to|permission|guards|data|event",
        (
            (
                f"`{each.trigger}`",
                each.title,
                sources(workflow, each),
                targets(each),
                f"`{each.action}`",
                guard_names(each),
                codes(each.data),
                each.event,
            )
            for each in workflow.transitions
        ),
    )


def open_states(workflow: Workflow[Any]) -> tuple[str, ...]:
    """Return the states in which a case is open."""
    return tuple(key for key, state in workflow.states.items() if not state.is_final)


def sources(workflow: Workflow[Any], transition: Transition[Any]) -> str:
    """Write where a move starts."""
    return "every open state" if transition.sources == open_states(workflow) else codes(transition.sources)


def targets(transition: Transition[Any]) -> str:
    """Write where a move leads."""
    if transition.target_fact:
        return f"what `{transition.target_fact}` says: {codes(transition.target_any)}"
    return f"`{transition.target}`" if transition.target else "stays"


def guard_names(transition: Transition[Any]) -> str:
    """Write the guards of a move."""
    return ", ".join(f"`{each.key}`" + "†" * each.with_data for each in transition.guards) or "none"


def guards(workflow: Workflow[Any]) -> str:
    """Write the table of guards with what a worker is told."""
    rows = ((f"`{each.key}`", each.sentence, codes(each.facts)) for each in guards_of(workflow).values())
    return table("guard|what a worker is told|judged on", rows)


def facts(workflow: Workflow[Any]) -> str:
    """Write the table of facts with what each says."""
    hints = get_type_hints(workflow.facts, include_extras=True)
    return table("fact|what it says", ((f"`{each.name}`", hints[each.name].__metadata__[0]) for each in fields(workflow.facts)))


def endings(workflow: Workflow[Any]) -> str:
    """Write the table of final states and the reasons for which a case can end in them."""
    offered = {reason: codes(each.trigger for each in workflow.transitions if reason in each.reasons) for reason in workflow.endings}
    listed = [(state, workflow.endings[reason]) for state, reasons in workflow.finals.items() for reason in reasons]
    alone = {code: "yes" for code in workflow.for_child}
    rows = (
        (f"`{state}`", f"`{each.code}`", each.label, each.outcome, "; ".join(each.needs), offered[each.code], alone.get(each.code, ""))
        for state, each in listed
    )
    return table("final state|reason|label|class|must be recorded|by|also for one child alone", rows)


def moving(way: Moving) -> list[str]:
    """Write what becomes of a case that moves to another framework or version."""
    key, version = way.target
    there = WORKFLOWS[way.target].title
    rows = ((f"`{state}`", *answer(said)) for state, said in way.states.items())
    return [f"## Moving to `{key}` version {version}", f"{there}. {ABOUT_MOVING}", table("from|to|what to know", rows)]


def answer(said: MoveTo | Stop) -> tuple[str, str]:
    """Write where a case comes to, and what goes on there or why it does not move."""
    if isinstance(said, Stop):
        return "stays", said.sentence
    choice = f", or `{said.otherwise}` without `{said.needs}`" if said.needs else ""
    return f"`{said.state}`{choice}", said.keeps


def about_picture(workflow: Workflow[Any]) -> str:
    """Name the moves that the picture leaves out."""
    staying = "; ".join(each.title for each in workflow.transitions if each.stays)
    return f"Not drawn, because the case stays where it is: {staying}."


def picture(workflow: Workflow[Any]) -> str:
    """Draw a version as a Mermaid state diagram; a box of its own stands for every open state."""
    lines = [
        *("```mermaid", "stateDiagram-v2", f'    state "Every open state" as {ANYWHERE}'),
        *(f'    state "{state.title}" as {key}' for key, state in workflow.states.items()),
        f"    [*] --> {workflow.initial}",
        *(f"    {arrow}" for each in workflow.transitions for arrow in arrows(workflow, each)),
        *(f"    {key} --> [*]" for key in workflow.finals),
        "```",
    ]
    return "\n".join(lines)


def arrows(workflow: Workflow[Any], transition: Transition[Any]) -> list[str]:
    """Write the arrows of a move. A second colon would end the label in Mermaid, so that a comma stands for it."""
    starts = (ANYWHERE,) if transition.sources == open_states(workflow) else transition.sources
    label = transition.title.replace(":", ",")
    return [f"{start} --> {end} : {label}" for start in starts for end in transition.targets]


def main() -> None:
    """Write the page of every version."""
    PAGES.mkdir(parents=True, exist_ok=True)
    for workflow in WORKFLOWS.values():
        (PAGES / f"{workflow.key}-{workflow.version}.md").write_text(page(workflow))


if __name__ == "__main__":
    main()
