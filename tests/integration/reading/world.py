"""A small world with nulls, ties, microseconds, quotes and umlauts, and who sees what of it, written anew in plain Python."""

import datetime as dt
import random
from typing import Any
from uuid import UUID

from service.access.actor import Actor, Role

Rows = dict[str, list[dict[str, Any]]]


def key(kind: str, number: int) -> UUID:
    return UUID(f"{sum(map(ord, kind)):08x}-0000-7000-8000-{number * 7919 % 65536:012x}")


def world(seed: int = 7) -> Rows:
    r = random.Random(seed)

    def when() -> dt.datetime:
        return dt.datetime(
            2024 + r.randrange(3), r.randrange(1, 10), r.randrange(1, 28), r.randrange(24), 0, 0, r.choice([0, 500000, 120]), dt.UTC
        )

    times = [when() for _ in range(6)]
    workers = [dict(id=key("worker", i), name=f"Worker {i % 5}", team=f"Team {i % 3}") for i in range(1, 8)]
    people = [
        dict(
            id=key("person", i),
            given_name=f"Given{i % 5}",
            family_name=r.choice(["O'Secret", "Ödön", "öse", "Zed", "a", "B"]) + f' "ü" \\{i % 4}',
            birth_date=r.choice([None, dt.date(2015, 1 + i % 12, 3)]),
            kin_id=r.choice([None, key("person", max(1, i - 1))]),
        )
        for i in range(1, 25)
    ]
    cases = [
        dict(
            id=key("case", i),
            reference=f"EH-{i % 30:04d}",
            state=r.choice(["triage", "planning", "closed"]),
            worker_id=r.choice([None, *(w["id"] for w in workers)]),
            person_id=key("person", 1 + (i * 7) % 24),
            opened_at=r.choice(times),
            due_at=r.choice([None, *times]),
            version=i % 3,
        )
        for i in range(1, 36)
    ]
    notes = [
        dict(
            id=key("note", i),
            case_id=r.choice(cases[:25])["id"],
            author_id=r.choice(workers)["id"],
            at=r.choice(times),
            text=f"secret note {i}.",
            weight=r.choice([None, 0, 1, 2, 3, 4]),
        )
        for i in range(1, 90)
    ]
    seen = [
        dict(note_id=n["id"], person_id=p["id"], alone=r.random() < 0.5) for n in notes for p in r.sample(people, r.choice([0, 0, 1, 3]))
    ]
    plans = [dict(id=key("plan", i), case_id=c["id"], title=f"secret plan {i}.") for i, c in enumerate(cases[::2], 1)]
    return dict(worker=workers, person=people, cases=cases, note=notes, seen=seen, plan=plans)


def seen_by(rows: Rows, actor: Actor) -> Rows:
    """Return the rows that there are for an actor."""
    cases = [c for c in rows["cases"] if sees_case(rows, actor, c)]
    ids, people = {c["id"] for c in cases}, {c["person_id"] for c in cases}
    notes = [n for n in rows["note"] if n["case_id"] in ids]
    return rows | {
        "cases": cases,
        "person": [p for p in rows["person"] if p["id"] in people],
        "note": notes,
        "plan": [p for p in rows["plan"] if p["case_id"] in ids],
        "seen": [s for s in rows["seen"] if s["note_id"] in {n["id"] for n in notes}],
    }


def sees_case(rows: Rows, actor: Actor, case: dict[str, Any]) -> bool:
    if Role.SERVICE_MANAGER in actor.roles:
        return True
    team = {w["id"]: w["team"] for w in rows["worker"]}
    is_ours = case["worker_id"] is not None and team[case["worker_id"]] == team.get(actor.id, object())
    return Role.WORKER in actor.roles and is_ours


def actor(name: str, roles: set[Role], number: int = 99) -> Actor:
    return Actor(id=key("worker", number), roles=frozenset(roles), purpose="WORK", name=name)


ACTORS = {
    "manager": actor("manager", {Role.SERVICE_MANAGER}),
    "worker": actor("worker", {Role.WORKER}, 3),
    "stranger": actor("stranger", {Role.WORKER}, 99),
    "administrator": actor("administrator", {Role.ADMINISTRATOR}, 1),
}
