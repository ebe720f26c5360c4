"""Families and their cases, as rows: each case with all that happened to it."""

import datetime as dt
import hashlib
import random
from collections import defaultdict
from collections.abc import Iterator
from uuid import UUID

from bench import care, histories
from bench.council import FRONT_DOOR, Practitioner, Row, Rows, agency_of, key, locality_of
from bench.histories import FINAL, FRONT_DOOR_STATES, ONGOING, OPEN, REASONS, WAYS, Step
from bench.records import RECORDS
from service.access.actor import Role
from service.demo import names
from service.journal.chain import Event, Position, Stream, next_event
from service.journal.ids import uuid7

DAY = dt.timedelta(days=1)
SALT = bytes(16)
MOVED_FROM = "plan_active"
"""The state of the cases that the bench moves: their chains are whole. Elsewhere hashing would only take time."""


class Families:
    """Makes cases, the same ones for the same seed and day."""

    def __init__(self, people: list[Practitioner], now: dt.datetime, seed: int = 1) -> None:
        self.now, self.dice = now, random.Random(seed)
        self.workers: dict[str, list[Practitioner]] = defaultdict(list)
        for one in people:
            if one.role is Role.WORKER:
                self.workers[one.team].append(one)
        self.triage = next(one for one in people if one.role is Role.TRIAGE)
        self.everybody = [one for each in self.workers.values() for one in each]
        self.numbers: dict[int, int] = defaultdict(int)

    def batches(self, cases: int, size: int = 2500) -> Iterator[Rows]:
        """Make so many cases, as the rows of some at a time."""
        for begun in range(0, cases, size):
            rows: Rows = defaultdict(list)
            for _ in range(min(size, cases - begun)):
                Family(self, rows).write()
            yield rows

    def new_id(self, at: dt.datetime) -> UUID:
        """Make an id that grows with time, as the service does."""
        return uuid7(at, self.dice.randbytes(10))


class Family:
    """One family and its one case."""

    def __init__(self, families: Families, rows: Rows) -> None:
        self.of, self.rows, dice = families, rows, families.dice
        ongoing = dice.random() < ONGOING
        states = OPEN if ongoing else FINAL
        self.state = dice.choices(list(states), list(states.values()))[0]
        self.way = WAYS[self.state]
        self.opened = families.now - dice.uniform(100, 300 if ongoing else 1400) * DAY
        worker = dice.choice(families.everybody)
        self.worker = None if self.state in FRONT_DOOR_STATES else worker
        self.team = worker.team if self.worker else FRONT_DOOR
        self.locality = locality_of(worker.team) or ""
        self.name = dice.choice(names.FAMILIES)
        self.case, self.household = families.new_id(self.opened), families.new_id(self.opened)
        self.mother, *self.children = (families.new_id(self.opened) for _ in range(3))
        self.events: list[tuple[dt.datetime, Step, UUID]] = []
        self.assessment: UUID | None = None
        self.need: UUID | None = None
        self.outcome: UUID | None = None
        self.reviewing: UUID | None = None

    def new_id(self, at: dt.datetime) -> UUID:
        """Make an id."""
        return self.of.new_id(at)

    def add(self, table: str, *values: object) -> None:
        """Add a row."""
        self.rows[table].append(values)

    def write(self) -> None:
        """Add everything."""
        self.write_people()
        care.related(self)
        care.warned(self)
        self.write_history()
        self.write_request()
        self.write_work()
        self.rows["event"] += self.chained() if self.state == MOVED_FROM else self.unchained()

    def write_people(self) -> None:
        """Add the household: a mother and two children."""
        dice, by = self.of.dice, self.of.triage.id
        self.add("household", self.household, 1, self.name, f"{dice.randint(1, 90)} {dice.choice(names.STREETS)}", by, False)
        mother = dice.choice(names.MOTHERS)
        self.add("person", self.mother, 1, "adult", mother, self.name, dt.date(1988, 3, dice.randint(1, 28)), "F", by, False, None)
        for child in self.children:
            born = dt.date(dice.randint(2010, 2023), dice.randint(1, 12), dice.randint(1, 28))
            name = f"{dice.choice(names.CHILDREN)}-{dice.choice(names.CHILDREN)}"  # seldom two that could be one child
            worker = self.worker or self.of.triage
            since = care.wrong(self, "person", child, self.opened, worker.id) if child != self.children[0] else None
            self.add("person", child, 1, "child", name, self.name, born, dice.choice("MF"), by, False, since)
        for person in (self.mother, *self.children):
            role = "parent_or_carer" if person == self.mother else "child"
            self.add("household_member", self.of.new_id(self.opened), self.household, person, role, self.opened)

    def write_history(self) -> None:
        """Add the case itself, its children and its stays."""
        at = self.opened
        for step in self.way:
            actor = self.worker or self.of.triage
            self.events.append((at, step, actor.id))
            at += self.of.dice.uniform(0.1, 9) * DAY
        stays = [(when, step) for when, step, _ in self.events if step.state]
        entered = stays[-1][0]
        due = None if self.state in FINAL else self.of.now + self.of.dice.uniform(-8, 40) * DAY
        reason = REASONS.get(self.state)
        self.write_case(entered, due, reason)
        for child in self.children:
            self.add("case_child", self.case, child, self.opened, None, None)
        for (when, step), following in zip(stays, [*stays[1:], None], strict=True):
            left_at, left_by = (following[0], following[1].trigger) if following else (None, None)
            self.write_stay(when, step, due if following is None else when + 9 * DAY, left_at, left_by)

    def write_case(self, entered: dt.datetime, due: dt.datetime | None, reason: str | None) -> None:
        """Add the row of the case."""
        number = self.of.numbers[self.opened.year] = self.of.numbers[self.opened.year] + 1
        reference = f"EH-{self.opened.year}-{number:04}"
        review = due.date() if due and self.state == "plan_active" else None
        pause = due.date() if due and self.state == "paused" else None
        states = (self.state, "plan_active" if self.state == "paused" else None)
        where = (self.household, key("locality", self.locality), key("team", self.team), self.worker.id if self.worker else None)
        when = (self.of.triage.id, self.opened, entered, due, review, pause, entered if reason else None, reason)
        self.add("cases", self.case, len(self.way), reference, self.name, "early-help", 1, 1, *states, *where, *when)

    def write_stay(self, at: dt.datetime, step: Step, due: dt.datetime | None, left: dt.datetime | None, by: str | None) -> None:
        """Add a stay."""
        team = FRONT_DOOR if step.state in FRONT_DOOR_STATES else self.team
        worker = self.worker.id if self.worker and team != FRONT_DOOR else None
        whose = worker, key("team", team), key("agency", agency_of(team))
        stay = self.of.new_id(at)
        self.reviewing = stay if step.state == "reviewing" else self.reviewing
        self.add("visit", stay, self.case, step.state, step.trigger, at, due, by, left, *whose)

    def write_request(self) -> None:
        """Add the request for help."""
        said = ("2A", "Helen Shaw", "Teacher", "01234 567890", self.of.dice.choice(names.WORRIES), "A calmer home.", True)
        self.add("request_for_help", self.of.new_id(self.opened), self.case, *said, self.opened, self.of.triage.id, 1)

    def write_work(self) -> None:
        """Add the agreements, the lead professional, the team around the family, the notes and the records that the events tell of."""
        children = iter(self.children)
        for at, step, actor in self.events:
            match step.event:
                case "AgreementRecorded":
                    self.write_agreement(at, next(children), actor)
                case "LeadProfessionalNamed":
                    self.add("lead_professional", self.of.new_id(at), self.case, actor, "agreed", at, None)
                case "TeamMemberAdded":
                    other = self.of.dice.choice(self.of.everybody).id
                    self.add("team_member", self.of.new_id(at), self.case, other, "Helps at school", at, None)
                case "NoteAdded":
                    self.write_note(at, actor)
                case event if event in RECORDS:
                    RECORDS[event](self, at, actor)

    def write_agreement(self, at: dt.datetime, child: UUID, actor: UUID) -> None:
        """Add the mother's yes for a child; one in ten said no the week before, one in five takes it back while the case is assessed."""
        dice = self.of.dice.random()
        said = {"agreed": at} if dice > 0.1 else {"refused": at - 7 * DAY, "agreed": at}
        back = (at + DAY, self.mother, "She rang.") if dice > 0.8 and self.state == "assessing" else (None, None, None)
        for answer, when in said.items():
            spoken = ("parental_responsibility", answer, "signed", when, actor, *(back if answer == "agreed" else (None, None, None)))
            agreement = self.of.new_id(when)
            self.add("agreement", agreement, self.case, child, self.mother, *spoken, care.wrong(self, "agreement", agreement, when, actor))

    def write_note(self, at: dt.datetime, actor: UUID) -> None:
        """Add a note, in which a child was seen."""
        note = self.of.new_id(at)
        self.add(
            "note",
            note,
            self.case,
            "home_visit",
            at.date(),
            self.of.dice.choice(names.WORRIES) * 2,
            actor,
            at,
            1,
            care.wrong(self, "note", note, at, actor),
        )
        self.add("note_seen", note, self.children[0], True, "I like the new room.")

    def payload(self, step: Step, before: str) -> dict[str, object]:
        """Write what an event says."""
        return {"trigger": step.trigger, "from": before, "to": step.state, "data": {"note": "As agreed."}} if step.state else {}

    def chained(self) -> Iterator[Row]:
        """Make the events, each of which follows from the one before."""
        position, before = Position(Stream("case", self.case), 0, None, self.opened), ""
        for at, step, actor in self.events:
            position = Position(position.stream, position.seq, position.head, at)
            event = Event(step.event, self.payload(step, before))
            row = next_event(position, event, actor=actor, purpose="CASEWORK", salt=SALT)
            yield tuple(row[name] for name in EVENT)
            position = Position(position.stream, position.seq + 1, row["hash"], at)  # type: ignore[arg-type]
            before = step.state or before

    def unchained(self) -> Iterator[Row]:
        """Make the events of a case that is only read: hashes of the right length."""
        digest, before = hashlib.sha256(self.case.bytes).digest(), ""
        for n, (at, step, actor) in enumerate(self.events, start=1):
            said = f'{{"data":{{"note":"As agreed."}},"from":"{before}","to":"{step.state}","trigger":"{step.trigger}"}}'
            prev = digest if n > 1 else None
            yield "case", self.case, n, at, actor, "CASEWORK", step.event, said if step.state else "{}", SALT, digest, prev, digest
            before = step.state or before


EVENT = ("stream_kind", "stream_id", "seq", "at", "actor", "purpose", "kind", "payload", "salt", "payload_hash", "prev", "hash")
assert set(OPEN) | set(FINAL) == set(histories.WAYS)
