"""Who is who in a council of plain objects: how everybody stands to a case, who sees it, and what they may do."""

from collections.abc import Mapping

from tests.model.moves import Move
from tests.model.records import Case, Held, Lead, Practitioner
from tests.model.table import MAY, NOT_THE

Problems = set[tuple[str, str | None]]
"""What stands in the way: codes, each with its reason; nothing where it is done."""

WITH_FAMILIES = ("worker", "triage", "team_manager")


class Staff:
    """Everybody of the council, and every case of one family."""

    def __init__(self, people: Mapping[str, Practitioner], localities: Mapping[str, str | None]) -> None:
        self.people, self.locality_of_team = people, localities
        self.cases: list[Case] = []

    # -- who is who -----------------------------------------------------------------------------------------------

    def lead_now(self, case: Case) -> Lead | None:
        """Return who is lead professional: the role ends with the account at the latest."""
        return next((lead for lead in case.leads if not lead.ended and not self.people[lead.who].ended), None)

    def stands(self, case: Case, who: str) -> set[str]:
        """Return in which ways somebody stands to a case."""
        person, lead, written = self.people[who], self.lead_now(case), case.papers.written()
        if person.ended:
            return set()
        ways = {
            "allocated": case.worker == who,
            "lead": lead is not None and lead.who == who,
            "led": any(each.who == who and (each.ended is None or each.ended >= case.entered) for each in case.leads),
            "author": who in case.authors(written),
            "wrote": written is not None and who in written.writers,
            "member": self.is_member(case, who),
            "team": any(held.team == case.team for held in person.has("worker", "triage")),
            "manager": any(held.team == case.team for held in person.has("team_manager")),
            "triage": case.in_intake and any(self.triages(held, case) for held in person.has("triage")),
            "service_manager": any(held.locality in (None, case.locality) for held in person.has("service_manager")),
            "requester": case.opened_by == who,
            "opener": case.opened_by == who,
        }
        return {way for way, holds in ways.items() if holds}

    def triages(self, held: Held, case: Case) -> bool:
        """Tell whether the team of a triage worker looks at the requests of a case's locality."""
        assert held.team
        return self.locality_of_team[held.team] in (None, case.locality)

    def sees(self, case: Case, who: str) -> bool:
        """Tell whether somebody sees a case: through a role with families that they have and signed in with, and a way to this case."""
        person = self.people[who]
        works = person.has(*WITH_FAMILIES, "service_manager") and person.roles & {*WITH_FAMILIES, "service_manager"}
        return bool(works) and bool(self.stands(case, who) - {"requester", "opener", "led", "author"})

    def may_ask(self, who: str) -> Problems:
        """Say what must come of asking for help for a family that one sees."""
        return set() if self.people[who].has(*WITH_FAMILIES) else {("NOT_PERMITTED", None)}

    # -- the gates ------------------------------------------------------------------------------------------------

    def gate(self, case: Case, who: str, allowed: str, *, version: int | None = None, even_if_over: bool = False) -> Problems:
        """See it? The version that they read? May they? Is it not over?"""
        if not self.sees(case, who):
            return {("NOT_FOUND", None)}
        if version not in (None, case.version):
            return {("CONFLICT", None)}
        if not self.stands(case, who) & set(allowed.split()):
            return {("NOT_PERMITTED", None)}
        return {("REFUSED", "case_ended")} if case.is_over and not even_if_over else set()

    def may_move(self, case: Case, who: str, move: Move) -> Problems:
        """Say whether somebody may take a step, whatever stands in its way."""
        stands = self.stands(case, who)
        if NOT_THE.get(move.trigger) in stands:
            return {("NOT_PERMITTED", "separation")}
        return set() if stands & move.who else {("NOT_PERMITTED", None)}

    # -- people around the family ---------------------------------------------------------------------------------

    def is_member(self, case: Case, who: str) -> bool:
        """Tell whether somebody is on the team around the family."""
        return any(member.who == who and not member.left for member in case.members)

    def works_here(self, case: Case, who: str) -> bool:
        """Tell whether somebody works in the team that has a case, or is on the team around the family."""
        return not self.people[who].ended and (self.works_in(who, case.team) or self.is_member(case, who))

    def helps(self, case: Case, who: str) -> bool:
        """Tell whether somebody works with the family, as its worker or lead professional too."""
        lead = self.lead_now(case)
        is_its = case.worker == who or (lead is not None and lead.who == who)
        return self.works_here(case, who) or (is_its and not self.people[who].ended)

    def works_in(self, who: str, team: str) -> bool:
        """Tell whether somebody has a role with families in a team."""
        return any(held.team == team for held in self.people[who].has(*WITH_FAMILIES))

    def naming(self, case: Case, who: str, lead: str, kind: str) -> Problems:
        """Say what must come of naming a lead professional."""
        if problems := self.gate(case, who, MAY["NAME_LEAD_PROFESSIONAL"]):
            return problems
        now = self.lead_now(case)
        if now and (now.who, now.kind) == (lead, kind):
            return {("ALREADY_DONE", None)}
        if self.people[lead].ended:
            return {("BAD_USER_INPUT", "is_active")}
        return set() if self.works_here(case, lead) else {("BAD_USER_INPUT", "works_with_the_family")}

    def allocating(self, case: Case, who: str, worker: str, team: str | None, version: int) -> Problems:
        """Say what must come of allocating a case."""
        if problems := self.gate(case, who, MAY["ALLOCATE_CASE"], version=version):
            return problems
        if (worker, team or case.team) == (case.worker, case.team):
            return {("ALREADY_DONE", None)}
        return set() if self.works_in(worker, team or case.team) else {("BAD_USER_INPUT", "works_in_the_team")}
