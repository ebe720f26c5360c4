"""The real council beside the plain one: the same people and family, and what the service says of a case."""

import asyncio
import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

import orjson

from service.access.actor import Actor, Role
from tests.functional.council import PEOPLE, TEAMS, gid, key
from tests.model.inside import Inside
from tests.model.papers import PauseLimit
from tests.model.plain import Council
from tests.model.records import Case, Held, Practitioner, Relative

SEEN = """query Look($id: ID!) { case(id: $id) {
    version state familyName dueAt nextReviewOn pauseUntil reason team { id } worker { id } permitted
    availableMoves { trigger allowed permitted refusals { code } }
    leadProfessionals { practitioner { id } kind endedAt } teamAroundFamily { practitioner { id } part leftAt }
    children { person { id } endedAt } visits { state leftAt } notes(first: 100) { totalCount }
} }"""
ROW = """
    SELECT c.version, c.state, c.family_name, c.due_at, c.next_review_on, c.pause_until, c.days_left, c.reason, c.worker_id, c.team_id,
        (SELECT array_agg(v.state) FROM visit v WHERE v.case_id = c.id AND v.left_at IS NULL) AS open_stays,
        (SELECT count(*) FROM visit v WHERE v.case_id = c.id) AS stays,
        (SELECT max(e.seq) FROM event e WHERE e.stream_kind = 'case' AND e.stream_id = c.id) AS last_event,
        (SELECT v.due_at FROM visit v WHERE v.case_id = c.id AND v.left_at IS NULL) AS stay_due
    FROM cases c WHERE 'case_' || c.id = $1
"""
SIGN_IN_AGAIN = """
    DELETE FROM setting;
    UPDATE practitioner SET ended_at = NULL WHERE ended_at IS NOT NULL;
    DELETE FROM appointment WHERE id NOT IN ({});
    UPDATE appointment SET ended_at = NULL WHERE ended_at IS NOT NULL
"""


def people() -> dict[str, Practitioner]:
    """Return everybody of the council in plain objects, signed in."""
    found = {}
    for who, (_, _, held) in PEOPLE.items():
        roles = [
            Held(gid("appointment", f"{who} {role} {team} {place}"), role, gid("team", team) if team else None, place)
            for role, team, place in held
        ]
        found[who] = Practitioner(who, frozenset(role for role, _, _ in held), roles)
    return found


def localities() -> dict[str, str | None]:
    """Return where each team works."""
    return {gid("team", name): locality for name, (_, locality, _) in TEAMS.items()}


def begin_again(service: Inside) -> None:
    """Bring the people of the real council back to how they began; cases of earlier families stay and concern nobody."""
    first = ", ".join(f"'{key('appointment', f'{who} {r} {t} {p}')}'" for who, (_, _, held) in PEOPLE.items() for r, t, p in held)
    service.wait(service.eye.execute(SIGN_IN_AGAIN.format(first)))


class House:
    """The service at work for one family."""

    def __init__(self, service: Inside, clock: dt.datetime, who: str) -> None:
        self.service = service
        self.actors = {each: service.actor(each) for each in PEOPLE}
        self.names = {key("practitioner", each): each for each in PEOPLE}
        service.at(clock)
        [row] = service.sql("SELECT count(*) AS n FROM household")
        self.tag = f"of {row['n']}"
        """What tells this family from every other: children of one name and day are taken for one child."""
        self.family = {each.id: each for each in self.entered(who)}
        self.household = self.entered_household(who)

    def entered(self, who: str) -> list[Relative]:
        """Enter a mother, a father, a grandmother, and three children of 8, 13 and 16."""
        return [
            self.person(who, "Sarah", "ADULT", dt.date(1985, 4, 2), is_carer=True),
            self.person(who, "Owen", "ADULT", dt.date(1983, 8, 30), is_carer=True),
            self.person(who, "Nan", "ADULT", dt.date(1950, 2, 11)),
            self.person(who, "Jake", "CHILD", dt.date(2017, 12, 5)),
            self.person(who, "Mia", "CHILD", dt.date(2012, 10, 17)),
            self.person(who, "Zofia", "YOUNG_PERSON", dt.date(2009, 11, 3)),
        ]

    def person(self, who: str, name: str, kind: str, born: dt.date, *, is_carer: bool = False) -> Relative:
        """Enter somebody."""
        given = {
            "givenName": f"{name} {self.tag}",
            "familyName": f"Harlow {self.tag}",
            "kind": kind,
            "sex": "UNKNOWN",
            "birthDate": born.isoformat(),
        }
        found = self.service.do(who, "addPerson", "person { id }", **given)
        return Relative(str(found["id"]), name, born, kind == "ADULT", is_carer)

    def twin(self, who: str, child: Relative) -> str:
        """Enter a child who has a record already."""
        kind = "YOUNG_PERSON" if child.name == "Zofia" else "CHILD"
        return self.person(who, child.name, kind, child.born).id

    def entered_household(self, who: str) -> str:
        """Enter the household."""
        role = {True: "PARENT_OR_CARER", False: "OTHER_ADULT"}
        members = [{"personId": each.id, "role": role[each.is_carer] if each.is_adult else "CHILD"} for each in self.family.values()]
        return str(self.service.do(who, "addHousehold", "household { id }", name="Harlow", members=members)["id"])

    def signs_in_again(self, person: Practitioner) -> None:
        """Let somebody who was appointed sign in anew: what they see takes its shape from the roles that they signed in with."""
        person.roles = person.roles | {held.role for held in person.held if not held.ended}
        self.actors[person.who] = replace(self.actors[person.who], roles=frozenset(map(Role, person.roles)))

    def limit_pauses(self, limits: list[PauseLimit]) -> None:
        """Set how often a case may be paused, past the service: it would set nothing for a day that another run has left behind."""
        columns = "id, name, locality_id, valid_from, in_force_at, value, reason, set_by, set_at, revision"
        values = "gen_random_uuid(), 'pause.times', $1, $2::timestamptz::date, $2, $3::text::jsonb, 'Agreed.', $4, $2, 1"
        for each in limits:
            place, by = each.locality and key("locality", each.locality), key("practitioner", "administrator")
            self.service.sql(f"INSERT INTO setting ({columns}) VALUES ({values})", place, each.since, str(each.times), by)

    # -- comparing ------------------------------------------------------------------------------------------------

    def record(self, actor: Actor, used: str) -> UUID:
        """Return the record that a key wrote."""
        [row] = self.service.sql("SELECT record FROM idempotency_key WHERE actor = $1 AND key = $2", actor.id, used)
        found: UUID = row["record"]
        return found

    def compare_rows(self, case: Case) -> None:
        """Hold the database against the plain case."""
        [row] = self.service.sql(ROW, case.id)
        found = dict(row)
        found["worker_id"] = found["worker_id"] and self.names[found["worker_id"]]
        assert found == {
            "version": case.version,
            "state": case.state,
            "family_name": case.name,
            "due_at": case.due,
            "next_review_on": case.next_review,
            "pause_until": case.pause_until,
            "days_left": case.days_left,
            "reason": case.reason,
            "worker_id": case.worker,
            "team_id": self.service.key(case.team),
            "open_stays": [case.state],
            "stays": case.stays,
            "last_event": case.version,
            "stay_due": case.due,
        }

    def compare_sight(self, council: Council, case: Case, *everybody: str) -> None:
        """Hold who sees a case against the plain council."""

        async def looks() -> list[dict[str, Any]]:
            asked = "query Seen($id: ID!) { case(id: $id) { id } }"
            return await asyncio.gather(*(self.service.run(self.actors[who], asked, {"id": case.id}) for who in everybody))

        found = {who: body["data"]["case"] is not None for who, body in zip(everybody, self.service.wait(looks()), strict=True)}
        assert found == {who: council.sees(case, who) for who in everybody}

    def compare_view(self, council: Council, case: Case, who: str) -> set[str]:
        """Hold all that somebody is told of a case against the plain council; return the guards that refuse a step from there."""
        body = self.service.wait(self.service.run(self.actors[who], SEEN, {"id": case.id}))
        assert "errors" not in body, body["errors"]
        if not council.sees(case, who):
            assert body["data"]["case"] is None
            return set()
        found, now = body["data"]["case"], dt.datetime.now(dt.UTC)
        assert found is not None, f"{who} should see the case"
        offered = {
            move["trigger"]: (move["allowed"], move["permitted"], {refusal["code"] for refusal in move["refusals"]})
            for move in found.pop("availableMoves")
        }
        assert offered == council.offered(case, who, now)
        assert set(found.pop("permitted")) == council.permitted(case, who)
        assert leads_of(found.pop("leadProfessionals")) == leads_expected(council, case)
        assert team_of(found.pop("teamAroundFamily")) == {(gid("practitioner", m.who), m.part) for m in case.members if not m.left}
        assert {child["person"]["id"]: child["endedAt"] is None for child in found.pop("children")} == case.children
        assert [stay["state"] for stay in found.pop("visits") if stay["leftAt"] is None] == [case.state]
        assert found.pop("notes")["totalCount"] == len(case.notes)
        assert found == told(case)
        return {guard for _, _, guards in offered.values() for guard in guards}

    def payload(self, row: Any) -> Mapping[str, Any]:
        """Read a payload of the journal."""
        found: dict[str, Any] = orjson.loads(row)
        return found


def leads_of(found: list[dict[str, Any]]) -> set[tuple[str, str]]:
    """Return who is lead professional, as the service says."""
    return {(lead["practitioner"]["id"], lead["kind"]) for lead in found if lead["endedAt"] is None}


def leads_expected(council: Council, case: Case) -> set[tuple[str, str]]:
    """Return who is lead professional, as the plain council says."""
    lead = council.lead_now(case)
    return {(gid("practitioner", lead.who), lead.kind)} if lead else set()


def team_of(found: list[dict[str, Any]]) -> set[tuple[str, str]]:
    """Return who is on the team around the family, and as what."""
    return {(member["practitioner"]["id"], member["part"]) for member in found if member["leftAt"] is None}


def told(case: Case) -> dict[str, Any]:
    """Return what is told of a case."""
    return {
        "version": case.version,
        "state": case.state,
        "familyName": case.name,
        "dueAt": case.due and case.due.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "nextReviewOn": case.next_review and case.next_review.isoformat(),
        "pauseUntil": case.pause_until and case.pause_until.isoformat(),
        "reason": case.reason,
        "team": {"id": case.team},
        "worker": case.worker and {"id": gid("practitioner", case.worker)},
    }
