"""More of what happens to families: an unborn child, another council, a lead who leaves, two cases of one family, and concerns."""

from typing import Any

from service.demo import legs
from service.demo.legs import Legs
from service.demo.party import Child, Party
from service.demo.route import Step, moves, records, takes
from service.demo.scenarios import (
    checks_safety,
    ends_for,
    escalates,
    one,
    refused,
    steps_up,
    takes_in,
    takes_nobody,
    tells_referrer,
    withdraws,
)

BABY = Child("Baby", "$IN_FOUR_MONTHS", None)
IDREES, SALMA = Child("Idrees"), Child("Salma")
JACOB, MAYA = Child("Jacob"), Child("Maya")
RAHMANS = Party("Rahman", "Farida", (BABY,))
KHANS, FARROWS = one("Orin", "Khan", "Joy"), one("Nora", "Farrow", "Ana")
HARES, BAINES = Party("Hare", "Ruth", (JACOB, MAYA)), Party("Baines", "Roisin", (IDREES, SALMA))
PARRYS, WEIRS = one("Cleo", "Parry", "Siobhan", "caf"), one("Rayan", "Weir", "Helena")
LATE, DEBT, BRUISED = one("Lenny", "Tiller", "Chioma"), one("Edie", "Umar", "Bridie"), one("Kit", "Vance", "Jill")
WITHDRAWS = takes("worker", "records that the family withdrew", "RecordWithdrawal", "withdraw", note="From everything.")


def unborn() -> Legs:
    """The father alone cannot agree for a child who is not born; at birth the same person gets a date of birth."""
    father = {"kind": "ADULT", "birthDate": "1989-02-11", "sex": "MALE"}
    born = {"personId": "$BABY", "expectedVersion": 1, "kind": "CHILD", "birthDate": "$TODAY", "expectedOn": None}
    entered = {"givenName": "Imran", "familyName": "Rahman", **father}
    member = {"householdId": "$HOUSEHOLD", "personId": "$FATHER", "role": "PARENT_OR_CARER"}
    his = legs.agrees(BABY, givenById="$FATHER", capacity="PARENTAL_RESPONSIBILITY")
    return (
        *(*legs.looks_up(), *legs.enters(RAHMANS)),
        Step("worker", "enters Imran", "AddPerson", entered, {"FATHER": ("addPerson", "person", "id")}),
        Step("worker", "adds him to the household", "AddHouseholdMember", member),
        *(*legs.asks(RAHMANS), *legs.begins_triage(RAHMANS), *legs.accepts(RAHMANS), refused(his, "mother_of_unborn")),
        *(legs.agrees(BABY), *legs.starts(), *legs.writes(RAHMANS)),
        *(fathers_view(), legs.submits()),
        Step("worker", "enters the birth", "AmendPerson", born),
    )


def fathers_view() -> Step:
    """Write what the father thinks."""
    answers = [{"question": "views", "text": "We are ready, and a little afraid."}]
    place = {"assessmentId": "$ASSESSMENT", "section": "parents", "subjectId": "$FATHER", "expectedRevision": 0}
    return Step("worker", "writes the father's views", "SaveSection", {**place, "answers": answers})


def moves_county() -> Legs:
    """The family moves to another council in the middle of a review."""
    transfer = takes("team-manager", "transfers the case", "TransferCase", "transfer_out", council="878", movedOn="$TODAY")
    yes = {"basis": "AGREED", "givenById": "$MOTHER", "how": "In writing."}
    answer = {"offerId": "$OFFER", "answer": "ACCEPTED", "answeredOn": "$TODAY", "answeredBy": "R. Hale"}
    return (
        *(*legs.to_plan(KHANS), legs.starts_review(), refused(transfer, "transfer_consent", "receiving_council_answered")),
        records("worker", "records that the mother agrees to pass the record on", "RecordTransferConsent", **yes),
        records(
            "worker",
            "offers the case to the other council",
            "OfferTransfer",
            {"OFFER": ("offerTransfer", "transferOffer", "id")},
            council="878",
        ),
        Step("worker", "records the other council's answer", "RecordTransferAnswer", answer),
        transfer,
    )


def lead_leaves() -> Legs:
    """The lead professional's account ends; the plan goes on when another is agreed."""
    account = {"agencyId": "$AGENCY", "name": "Leaving Soon", "email": "$EMAIL", "jobTitle": "Family worker"}
    hired = {"LEAD": ("addPractitioner", "practitioner", "id")}
    on = moves("team-manager", "continues with the plan", "continue_plan")
    return (
        Step("worker", "looks up the agency", "AgencyNamed", {"text": "Early help"}, {"AGENCY": ("agencies", "edges", "0", "node", "id")}),
        *legs.to_plan(FARROWS),
        Step("administrator", "opens an account", "AddPractitioner", account, hired),
        records("worker", "brings them to the team", "AddTeamMember", practitionerId="$LEAD", part="Leads"),
        records("worker", "names them lead professional", "NameLeadProfessional", practitionerId="$LEAD", kind="AGREED"),
        Step("administrator", "ends their account", "EndPractitioner", {"practitionerId": "$LEAD", "expectedVersion": 1}),
        *(legs.starts_review(), legs.reviews("PARTLY", **legs.goes_on()), refused(on, "lead_professional_in_place")),
        records("worker", "names the worker lead professional", "NameLeadProfessional", practitionerId="$WORKER", kind="AGREED"),
        on,
    )


def two_siblings() -> Legs:
    """A sister's case is opened while the brother is assessed: she joins his."""
    start = takes("worker", "starts the assessment", "StartAssessment", "start_assessment")
    joins = {"siblingId": "$JACOB", "answer": "JOIN", "reason": "One family, and one plan."}
    duplicate: dict[str, Any] = {"reason": "DUPLICATE", "survivingCaseId": "$FIRST", "note": "She joined her brother's case."}
    child = {"caseId": "$FIRST", "expectedVersion": "$VERSION_BEFORE", "personId": "$MAYA"}
    return (
        *(
            *legs.looks_up(),
            *legs.enters(HARES),
            *legs.asks(HARES, ["$JACOB"]),
            *legs.begins_triage(HARES),
            *legs.accepts(HARES, ["$JACOB"]),
        ),
        Step("triage", "keeps the case in mind", "CaseId", {"reference": "$REFERENCE"}, {"FIRST": ("caseByReference", "id")}),
        *(legs.agrees(JACOB), *legs.starts()),
        *(*legs.asks(HARES, ["$MAYA"]), *legs.begins_triage(HARES), *legs.accepts(HARES, ["$MAYA"]), legs.agrees(MAYA)),
        *(refused(start, "siblings_considered"), records("worker", "says that she joins", "AnswerSiblingCase", **joins)),
        takes("team-manager", "closes her case as a duplicate of his", "CloseInError", "close_in_error", **duplicate),
        Step("worker", "adds her to his case", "AddChild", child),
    )


def one_of_two() -> Legs:
    """A concern in the middle of an assessment, for one child of two."""
    withdrawal = refused(WITHDRAWS, "no_open_escalation")
    return (
        *(*legs.to_assessment(BAINES), escalates(["$IDREES"]), withdrawal, takes_in(["$IDREES"], "CHILD_IN_NEED")),
        *(refused(steps_up("STEP_UP_S17"), "all_children_taken"), ends_for(IDREES, "STEP_UP_S17", "Social care took him.")),
    )


def no_then_yes() -> Legs:
    """Social care says no, then yes."""
    up = steps_up("STEP_UP_S17")
    ids = PARRYS.child_ids
    return (
        *(*legs.to_plan(PARRYS), escalates(ids), takes_nobody(ids), refused(up, "social_care_took_it")),
        *(escalates(ids), takes_in(ids, "CHILD_IN_NEED"), up),
    )


def advice() -> Legs:
    """Level 1: advice, when the school has been told."""
    close = takes(
        "triage", "closes with advice", "SignpostRequest", "signpost", reason="UNIVERSAL_ADVICE", advice="The drop-in on Fridays."
    )
    decided = legs.decides("triage", "finds that school can meet it", LATE.child_ids, level=1, outcome="UNIVERSAL")
    start = (*legs.looks_up(), *legs.enters(LATE), *legs.asks(LATE), *legs.begins_triage(LATE))
    return (*start, decided, refused(close, "referrer_told"), tells_referrer("triage"), close)


def level_four() -> Legs:
    """Level 4: social care is told in the same minute, and takes the child."""
    ids = BRUISED.child_ids
    found: dict[str, Any] = {"level": 4, "outcome": "SOCIAL_CARE_ASSESSMENT", "goesOn": "The request, and what the neighbour saw."}
    accept = takes("triage", "accepts the request", "AcceptRequest", "accept", teamId="$TEAM")
    return (
        *(*legs.looks_up(), *legs.enters(BRUISED), *legs.asks(BRUISED), *legs.begins_triage(BRUISED)),
        legs.decides("triage", "finds level 4", ids, **found),
        *(refused(accept, "threshold_early_help"), escalates(ids, "triage"), takes_in(ids, "CHILD_PROTECTION", "triage")),
        steps_up("STEP_UP_S47", "triage"),
    )


def withdrawn_while_open() -> Legs:
    """The family withdraws while a concern is open."""
    ids = WEIRS.child_ids
    return (
        *(*legs.to_sign_off(WEIRS), legs.finds_level(WEIRS), escalates(ids), withdraws(WEIRS.children[0])),
        *(refused(WITHDRAWS, "no_open_escalation", "safeguarding_check"), refused(legs.signs_off(), "agreement_in_force")),
        *(takes_nobody(ids), checks_safety(), WITHDRAWS),
    )


MORE: tuple[tuple[str, Party, Legs], ...] = (
    ("An unborn child", RAHMANS, unborn()),
    ("The family moves county in the middle of a review", KHANS, moves_county()),
    ("The lead professional leaves", FARROWS, lead_leaves()),
    ("Two siblings, two cases", HARES, two_siblings()),
    ("A concern in the middle of an assessment, for one child of two", BAINES, one_of_two()),
    ("Social care says no, then yes", PARRYS, no_then_yes()),
    ("What does not go on: advice", LATE, advice()),
    ("What does not go on: an assessment of the family", DEBT, legs.to_start(DEBT)),
    ("What goes on to social care", BRUISED, level_four()),
    ("The family withdraws while a concern is open", WEIRS, withdrawn_while_open()),
)
