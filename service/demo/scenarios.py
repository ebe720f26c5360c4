"""What happens to families, as walks: whatever can be lived through in one day over HTTP, a line each."""

from dataclasses import replace
from typing import Any

from service.demo import legs
from service.demo.legs import NOT_PERMITTED, Legs
from service.demo.party import Child, Party
from service.demo.route import Route, Step, moves, records, routed, takes
from service.forms.parts import Section

MAISIE, JAGO, KOJO = Child("Maisie"), Child("Jago", "$BORN"), Child("Kojo", "$BORN_SMALL", 3)
IVY, MAX = Child("Ivy"), Child("Max")
ZUZANNA, ADRIAN = Child("Zuzanna", "$BORN_SIXTEEN", 16), Child("Adrian")
SAFE: dict[str, Any] = {"atRisk": "NO", "risk": "None that anybody knows of.", "done": "School keeps an eye on them."}
MOSS: dict[str, Any] = {"decidedBy": "J. Moss, assessment team manager", "decidedOn": "$TODAY"}


def one(name: str, family: str, mother: str, framework: str = "early-help") -> Party:
    """Return a family with one child."""
    return Party(family, mother, (Child(name),), framework)


def refused(step: Step, *reasons: str) -> Step:
    """Turn a step into one that is refused."""
    return replace(step, says=f"tries: {step.says}", refused=reasons, trigger=None, state=None, keeps={})


def checks_safety(who: str = "worker") -> Step:
    """Record whether a child would be at risk without this help."""
    return records(who, "records whether a child would be at risk", "RecordSafeguardingCheck", **SAFE)


def tells_referrer(who: str = "worker") -> Step:
    """Tell the person who asked for help what was decided."""
    told = {"said": "We have decided, and will be in touch.", "means": "TELEPHONE", "toldOn": "$TODAY"}
    return records(who, "tells the person who asked", "TellReferrer", **told)


def withdraws(child: Child) -> Step:
    """Withdraw the agreement for a child."""
    given = {"agreementId": f"$AGREEMENT_{child.key}", "withdrawnById": "$MOTHER", "how": "By telephone."}
    return Step("worker", f"records that the mother withdrew for {child.name}", "WithdrawAgreement", given)


def ends_for(child: Child, reason: str, note: str) -> Step:
    """End help for one child."""
    says = f"ends early help for {child.name} alone"
    return takes("team-manager", says, "EndForChild", personId=f"${child.key}", reason=reason, note=note)


def escalates(child_ids: list[str], who: str = "worker") -> Step:
    """Tell social care about a risk."""
    said: dict[str, Any] = {"urgency": "TODAY", "concern": "A disclosure at school this morning.", "toldFamilyOrWhyNot": "Told at once."}
    return takes(who, "tells social care", "Escalate", "escalate", childIds=child_ids, **said)


def takes_in(child_ids: list[str], route: str, who: str = "worker") -> Step:
    """Record that social care takes children."""
    return takes(who, "records that social care takes a child", "RecordTaken", "record_taken", childIds=child_ids, route=route, **MOSS)


def takes_nobody(child_ids: list[str]) -> Step:
    """Record that social care will not take the case."""
    said: dict[str, Any] = {
        "why": "Below the threshold.",
        "advice": "Go on with the plan.",
        "disagreement": "We think that it was more than that.",
    }
    return takes("worker", "records that social care says no", "RecordNotTaken", "record_not_taken", childIds=child_ids, **said, **MOSS)


def steps_up(reason: str, who: str = "worker") -> Step:
    """End the case: social care has it."""
    return takes(who, "steps up: social care has the case", "StepUpCase", "step_up", reason=reason)


# -- one to six ---------------------------------------------------------------------------------------------------

HARLOWS = Party("Harlow", "Sarah", (MAISIE, JAGO))
OSEIS = Party("Osei", "Abena", (KOJO,), "caf")
BRIDGES = Party("Bridge", "Lisa", (IVY, MAX))
NOWAKS = Party("Nowak", "Magda", (ZUZANNA, ADRIAN))
LOVELLS = one("Elsie", "Lovell", "Karen")
GRANTS, DUNNES = one("Felix", "Grant", "Donna"), one("Thea", "Dunne", "Bev")


def section(party: Party, key: str) -> Section:
    """Return a section of a family's form."""
    found = party.form.section(key)
    assert found
    return found


def new_path() -> Legs:
    """The manager writes a section; another manager signs off."""
    member = {"practitionerId": "$MANAGER", "part": "Looks at the house with us"}
    return (
        *legs.to_assessment(HARLOWS),
        Step("team-manager", "asks who they are", "Viewer", {}, {"MANAGER": ("viewer", "id")}),
        records("worker", "brings the manager to the team around the family", "AddTeamMember", **member),
        *(*legs.writes(HARLOWS, but="strengths"), *legs.saves(HARLOWS, section(HARLOWS, "strengths"), None, "team-manager")),
        legs.submits(),
        moves("service-manager", "returns it once", "return_assessment", "Please say what the father thinks."),
        *(legs.submits(), legs.finds_level(HARLOWS)),
        refused(legs.signs_off(), "separation"),
        *(legs.signs_off("service-manager"), legs.shares(), legs.records_need(HARLOWS), *legs.makes_plan(HARLOWS), legs.starts_plan()),
        *(legs.starts_review(), legs.reviews("PARTLY", **legs.goes_on()), moves("worker", "continues with the plan", "continue_plan")),
        *(legs.starts_review(), legs.reviews(), *legs.winds_up(HARLOWS), legs.closes()),
    )


def existing_framework() -> Legs:
    """An element is left empty at first; in the end the nursery carries on alone."""
    agency = {"agencyId": "$AGENCY", "agencyAgreed": True}
    return (
        *(*legs.to_assessment(OSEIS), *legs.writes(OSEIS, but="environment"), refused(legs.submits(), "elements_considered")),
        *(*legs.saves(OSEIS, section(OSEIS, "environment"), None), legs.submits(), legs.shares(), legs.signs_off()),
        *(legs.records_need(OSEIS), *legs.makes_plan(OSEIS), legs.starts_plan(), legs.starts_review(), legs.reviews()),
        Step("worker", "looks up the agency", "AgencyNamed", {"text": "Larkfield"}, {"AGENCY": ("agencies", "edges", "0", "node", "id")}),
        *(*legs.winds_up(OSEIS), legs.closes("closes the case: one agency carries on", "SINGLE_AGENCY", **agency)),
    )


def twins() -> Legs:
    """The mother withdraws for one of two."""
    withdrawal = takes("worker", "records that the family withdrew", "RecordWithdrawal", "withdraw", note="For Max.")
    return (
        *(*legs.to_plan(BRIDGES), withdraws(MAX), refused(withdrawal, "no_agreement_left"), checks_safety()),
        ends_for(MAX, "CONSENT_WITHDRAWN", "His mother withdrew for him alone."),
    )


def sixteen() -> Legs:
    """A young person agrees, and the mother refuses."""
    herself = {"givenById": "$ZUZANNA", "capacity": "YOUNG_PERSON"}
    no = {"personId": "$ADRIAN", "givenById": "$MOTHER", "capacity": "PARENTAL_RESPONSIBILITY", "answer": "REFUSED", "evidence": "SIGNED"}
    start = takes("worker", "starts the assessment", "StartAssessment", "start_assessment")
    return (
        *(
            *legs.to_start(NOWAKS),
            legs.agrees(ZUZANNA, **herself),
            records("worker", "records the mother's no", "RecordAgreement", None, **no),
        ),
        *(refused(start, "agreement_in_force"), ends_for(ADRIAN, "DECLINED", "His mother said no."), start),
    )


def from_social_care(party: Party) -> Legs:
    """Bring a family from social care to where its agreement is waited for."""
    said = {"socialCareReference": "SC-20418", "socialWorker": "A. Boyd"}
    return (
        *(*legs.looks_up(), *legs.enters(party), *legs.asks(party, source="SOCIAL_CARE", referrerName="A. Boyd")),
        records(
            "triage",
            "records that the family comes from social care",
            "RecordStepDown",
            {"DOWN": ("recordStepDown", "stepDown", "id")},
            **said,
        ),
        *(*legs.begins_triage(party), *legs.accepts(party)),
    )


def step_down() -> Legs:
    """Two cases are open until the plan starts."""
    child = LOVELLS.children[0]
    member = {"practitionerId": "$SCHOOL", "part": "School"}
    return (
        *(*from_social_care(LOVELLS), legs.agrees(child), *legs.starts(), *legs.writes(LOVELLS), legs.submits()),
        *(legs.finds_level(LOVELLS), legs.shares(), legs.signs_off(), legs.records_need(LOVELLS), *legs.makes_plan(LOVELLS)),
        Step("school", "asks who they are", "Viewer", {}, {"SCHOOL": ("viewer", "id")}),
        records("worker", "brings the school to the team", "AddTeamMember", **member),
        *(moves("school", "tries to start the plan", "start_plan", refused=NOT_PERMITTED), legs.starts_plan()),
    )


def returned_step_down() -> Legs:
    """The family goes back to social care, whose case is open."""
    back = takes("team-manager", "returns the family to social care", "ReturnStepDown", "return_step_down", note="They never agreed.")
    start = (legs.agrees(GRANTS.children[0]), *legs.starts())
    return (*from_social_care(GRANTS), *start, refused(back, "family_told"), legs.tells_family(), back)


def too_late_to_return() -> Legs:
    """Social care has closed its case: it is told of the worry instead."""
    back = takes("team-manager", "returns the family to social care", "ReturnStepDown", "return_step_down", note="They never agreed.")
    closed = {"stepDownId": "$DOWN", "closedOn": "$TODAY"}
    return (
        *(*from_social_care(DUNNES), Step("worker", "records that social care closed its case", "CloseSocialCareCase", closed)),
        *(legs.tells_family(), refused(back, "social_care_still_open"), escalates(DUNNES.child_ids)),
    )


FIRST: tuple[tuple[str, Party, Legs], ...] = (
    ("The new path from request to closure", HARLOWS, new_path()),
    ("The existing framework from concern to closure", OSEIS, existing_framework()),
    ("Twins with different consents", BRIDGES, twins()),
    ("A 16-year-old agrees, a parent refuses", NOWAKS, sixteen()),
    ("Step-down: two cases open", LOVELLS, step_down()),
    ("Step-down returned", GRANTS, returned_step_down()),
    ("Step-down returned too late", DUNNES, too_late_to_return()),
)


def routes(scenarios: tuple[tuple[str, Party, Legs], ...]) -> tuple[Route, ...]:
    """Make the walks of some scenarios."""
    return tuple(routed(title, party.workflow, *steps) for title, party, steps in scenarios)
