"""Lead professionals, the team around the family, notes; and accounts and roles that end."""

from random import Random

from tests.functional.council import gid
from tests.model.acting import EVERYBODY, Acting
from tests.model.days import DAY, day_of
from tests.model.forms import SOUTH, usually
from tests.model.records import Case, Held, Lead, Member, Note
from tests.model.staff import Problems
from tests.model.table import MAY

KINDS = ("ACTING", "AGREED", "AGREED")


class Practitioners(Acting):
    """Changes who works with the family."""

    def name_lead(self, r: Random, case: Case) -> None:
        who, kind = self.somebody(r, self.permitted(case, "NAME_LEAD_PROFESSIONAL")), r.choice(KINDS)
        lead = self.somebody(r, [each for each in EVERYBODY if self.council.works_in(each, case.team)])
        expected = self.council.naming(case, who, lead, kind)

        def effect(key: str) -> None:
            for each in case.leads:
                each.ended = each.ended or self.now(case)
            case.leads.append(Lead(self.id_of("lead", who, key), lead, kind))

        given = {"caseId": case.id, "practitionerId": gid("practitioner", lead), "kind": kind}
        allowed = self.may(case, who, "NAME_LEAD_PROFESSIONAL")
        self.change(case, who, "nameLeadProfessional", expected, effect, allowed=allowed, **given)

    def end_lead(self, r: Random, case: Case) -> None:
        named = [lead for lead in case.leads if lead.id]
        if not named:
            return self.name_lead(r, case)
        who, lead = self.somebody(r, self.permitted(case, "NAME_LEAD_PROFESSIONAL")), r.choice(named)
        expected = self.council.gate(case, who, MAY["NAME_LEAD_PROFESSIONAL"])
        expected = expected or ({("ALREADY_DONE", None)} if lead.ended else set())

        def effect(_: str) -> None:
            lead.ended = self.now(case)

        allowed = self.may(case, who, "NAME_LEAD_PROFESSIONAL")
        self.change(case, who, "endLeadProfessional", expected, effect, allowed=allowed, leadId=lead.id)

    def amend_lead(self, r: Random, case: Case) -> None:
        """Correct whether somebody is, or was, agreed or acting."""
        named = [lead for lead in case.leads if lead.id]
        if not named:
            return self.name_lead(r, case)
        who, lead, kind = self.somebody(r, self.permitted(case, "NAME_LEAD_PROFESSIONAL")), r.choice(named), r.choice(KINDS)
        version = self.version(r, case)
        expected = self.council.gate(case, who, MAY["NAME_LEAD_PROFESSIONAL"], version=version)
        expected = expected or ({("ALREADY_DONE", None)} if lead.kind == kind else set())

        def effect(_: str) -> None:
            lead.kind = kind

        allowed = self.may(case, who, "NAME_LEAD_PROFESSIONAL")
        given = {"leadId": lead.id, "expectedVersion": version, "kind": kind}
        self.change(case, who, "amendLeadProfessional", expected, effect, allowed=allowed, **given)

    def add_member(self, r: Random, case: Case) -> None:
        who, joins = self.somebody(r, self.permitted(case, "ADD_TEAM_MEMBER")), r.choice(EVERYBODY)
        expected = self.council.gate(case, who, MAY["ADD_TEAM_MEMBER"])
        expected = expected or ({("BAD_USER_INPUT", "is_active")} if self.council.people[joins].ended else set())
        here = any(member.who == joins and not member.left for member in case.members)
        expected = expected or ({("ALREADY_DONE", None)} if here else set())

        def effect(key: str) -> None:
            case.members.append(Member(self.id_of("taf", who, key), joins, "Listens"))

        given = {"caseId": case.id, "practitionerId": gid("practitioner", joins), "part": "Listens"}
        self.change(case, who, "addTeamMember", expected, effect, allowed=self.may(case, who, "ADD_TEAM_MEMBER"), **given)

    def change_member(self, r: Random, case: Case) -> None:
        """End somebody's time on the team, or say anew what they do."""
        if not case.members:
            return self.add_member(r, case)
        who, member = self.somebody(r, self.permitted(case, "ADD_TEAM_MEMBER")), r.choice(case.members)
        part, version = r.choice(["", "", "Listens", "Visits"]), self.version(r, case)
        expected = self.council.gate(case, who, MAY["ADD_TEAM_MEMBER"], version=version if part else None)
        expected = expected or ({("ALREADY_DONE", None)} if member.left or member.part == part else set())

        def effect(_: str) -> None:
            member.left, member.part = not part, part or member.part

        given = {"expectedVersion": version, "part": part} if part else {}
        mutation, allowed = "amendTeamMember" if part else "endTeamMember", self.may(case, who, "ADD_TEAM_MEMBER")
        self.change(case, who, mutation, expected, effect, allowed=allowed, teamMemberId=member.id, **given)

    def write_note(self, r: Random, case: Case) -> None:
        who, day = self.somebody(r, self.permitted(case, "ADD_NOTE")), day_of(self.now(case)) - DAY * (usually(r, 0, 3, else_=-1))
        expected = self.council.gate(case, who, MAY["ADD_NOTE"], even_if_over=True)
        expected = expected or ({("BAD_USER_INPUT", None)} if day > day_of(self.now(case)) else set())

        def effect(key: str) -> None:
            case.notes.append(Note(self.id_of("note", who, key), who, "We met."))

        given = {"caseId": case.id, "kind": "MEETING", "happenedOn": day.isoformat(), "text": "We met."}
        self.change(case, who, "addNote", expected, effect, allowed=self.may(case, who, "ADD_NOTE"), **given)

    def amend_note(self, r: Random, case: Case) -> None:
        if not case.notes:
            return self.write_note(r, case)
        written = r.choice(case.notes)
        who, revision = self.somebody(r, [written.author]), written.revision - int(usually(r, 0, else_=1))
        text = r.choice(["We met.", "We met twice."])
        expected = self.council.gate(case, who, MAY["ADD_NOTE"], even_if_over=True)
        expected = expected or (set() if who == written.author else {("REFUSED", "not_the_author")})
        expected = expected or (set() if revision == written.revision else {("CONFLICT", None)})
        expected = expected or ({("ALREADY_DONE", None)} if text == written.text else set())

        def effect(_: str) -> None:
            written.text, written.revision = text, written.revision + 1

        given = {"noteId": written.id, "expectedRevision": revision, "reason": "A slip.", "text": text}
        self.change(case, who, "amendNote", expected, effect, allowed=self.may(case, who, "ADD_NOTE"), **given)

    # -- the council ----------------------------------------------------------------------------------------------

    def another_request(self, r: Random, case: Case) -> None:
        """Ask for help again for the same family."""
        if len(self.council.cases) > 3:
            return self.change_staff(r, case)
        seeing = [each for each in EVERYBODY if any(self.council.sees(one, each) for one in self.council.cases)]
        who = self.somebody(r, seeing)
        seen: Problems = set() if who in seeing else {("NOT_FOUND", None)}
        jake = next(each.id for each in self.house.family.values() if each.name == "Jake")
        return self.ask_for_help(r, who, [jake], case.locality, self.council.may_ask(who) or seen)

    def change_staff(self, r: Random, case: Case) -> None:
        """End an account or a role, or appoint somebody."""
        who = str(usually(r, "administrator", else_="manager"))
        one = self.council.people[r.choice([each for each in EVERYBODY if "administrator" not in each])]
        kind = r.choice(["account", "role", "role", "appoint", "appoint"])
        expected: Problems = set() if who == "administrator" else {("NOT_PERMITTED", None)}
        ends_something = kind == "account" or (kind == "role" and bool(one.held))
        if self.council.people[who].ended and ends_something:  # whoever left sees nothing that could be ended
            expected = {("NOT_FOUND", None)}
        if kind == "account":
            [row] = self.service.sql("SELECT version FROM practitioner WHERE id = $1", self.house.actors[one.who].id)
            expected = expected or ({("ALREADY_DONE", None)} if one.ended else set())
            given = {"practitionerId": gid("practitioner", one.who), "expectedVersion": row["version"]}
            if self.attempt(who, "endPractitioner", expected, None, **given):
                one.ended = True
        elif kind == "role" and one.held:
            held = r.choice(one.held)
            expected = expected or ({("ALREADY_DONE", None)} if held.ended or one.ended else set())
            if self.attempt(who, "endAppointment", expected, None, appointmentId=held.id):
                held.ended = True
        elif not any(held.team == SOUTH for held in one.has("worker")):
            expected = expected or ({("REFUSED", "account_ended")} if one.ended else set())
            given = {"practitionerId": gid("practitioner", one.who), "role": "WORKER", "teamId": SOUTH}
            if key := self.attempt(who, "appoint", expected, None, **given):
                one.held.append(Held(self.id_of("appointment", who, key), "worker", SOUTH, None))
                self.house.signs_in_again(one)
        self.compare(case, one.who, *EVERYBODY)
