"""The legs of which walks are made: what is done with a family from one state of its case to the next. Pure."""

from collections.abc import Mapping
from typing import Any

from service.demo.answers import CHOICES, answers_to
from service.demo.party import Child, Party
from service.demo.route import ID, Step, moves, person, place, records, takes
from service.forms.asking import asked
from service.forms.parts import Section, Subject

SIXTEEN = 16
NOT_PERMITTED = ("NOT_PERMITTED",)
REASONS = "More than one need, and no agency can meet them alone."
Legs = tuple[Step, ...]


# -- the request --------------------------------------------------------------------------------------------------


def looks_up() -> Legs:
    """Look up the place, the team and oneself."""
    return (
        Step("worker", "looks up the North", "LocalityNamed", {"text": "North"}, {"NORTH": place("localities")}),
        Step("worker", "looks up the team of the North", "TeamNamed", {"text": "North Family Team"}, {"TEAM": place("teams")}),
        Step("worker", "asks who they are", "Viewer", {}, {"WORKER": ("viewer", ID)}),
    )


def enters(party: Party) -> Legs:
    """Enter the family."""
    members = [{"personId": "$MOTHER", "role": "PARENT_OR_CARER"}, *({"personId": each, "role": "CHILD"} for each in party.child_ids)]
    household = {"HOUSEHOLD": ("addHousehold", "household", ID)}
    return (
        person(party.mother, party.name, {"kind": "ADULT", "birthDate": "1991-05-14", "sex": "FEMALE"}, "MOTHER"),
        *(enters_child(party, child) for child in party.children),
        Step("worker", "enters their household", "AddHousehold", {"name": party.name, "members": members}, household),
    )


def enters_child(party: Party, child: Child) -> Step:
    """Enter a child, or one who is still to be born."""
    if child.age is None:
        return person(child.name, party.name, {"kind": "UNBORN_CHILD", "expectedOn": child.born, "sex": "UNKNOWN"}, child.key)
    kind = "YOUNG_PERSON" if child.age >= SIXTEEN else "CHILD"
    return person(child.name, party.name, {"kind": kind, "birthDate": child.born}, child.key)


def asks(party: Party, child_ids: list[str] | None = None, who: str = "worker", **more: Any) -> Legs:
    """Ask for help, and open the case at the front door."""
    framework = {"framework": "COMMON_ASSESSMENT"} if party.framework == "caf" else {}
    about = {"householdId": "$HOUSEHOLD", "childIds": child_ids or party.child_ids, "localityId": "$NORTH", "familyName": party.name}
    said = {"source": "RELATIVE_OR_CARER", "referrerName": f"{party.mother} {party.name}", "worries": party.theme.worry}
    reference = {"REFERENCE": ("requestHelp", "requestForHelp", "caseReference")}
    title = party.workflow.title[0].lower() + party.workflow.title[1:]
    return (
        Step(
            who,
            f"asks for help for the family; a case is opened on the {title}",
            "RequestHelp",
            {**about, **said, "familyKnows": True, **framework, **more},
            reference,
        ),
        Step("triage", "opens the case at the front door", "CaseId", {"reference": "$REFERENCE"}, {"CASE": ("caseByReference", ID)}),
    )


def searches() -> Step:
    """Check whether anybody already helps."""
    return records("triage", "checks whether somebody is already helping", "CheckInvolvement", note="Nobody is.")


def begins_triage(party: Party) -> Legs:
    """Search, and begin triage where the framework has a state for it."""
    begins = (moves("triage", "starts triage", "begin_triage", "No plan yet."),) if party.framework == "early-help" else ()
    return (searches(), *begins)


def decides(
    who: str,
    says: str,
    child_ids: list[str],
    *,
    level: int = 2,
    outcome: str = "EARLY_HELP_ASSESSMENT",
    basis: str = "REQUEST",
    **more: Any,
) -> Step:
    """Decide on the level of need, and what is to happen."""
    levels = [{"personId": each, "level": level} for each in child_ids]
    return records(who, says, "RecordThreshold", basis=basis, levels=levels, outcome=outcome, reasons=REASONS, **more)


def accepts(party: Party, child_ids: list[str] | None = None) -> Legs:
    """Decide that the family needs an assessment, accept the request, and give the case to the worker."""
    return (
        decides("triage", "decides that the family needs an assessment", child_ids or party.child_ids),
        takes("triage", "accepts the request for the team of the North", "AcceptRequest", "accept", teamId="$TEAM"),
        takes("triage", "gives the case to the worker", "AllocateCase", workerId="$WORKER"),
    )


# -- agreement and assessment -------------------------------------------------------------------------------------


def agrees(child: Child, who: str = "worker", **more: Any) -> Step:
    """Record that the mother agrees for a child."""
    capacity = "MOTHER_OF_UNBORN" if child.age is None else "PARENTAL_RESPONSIBILITY"
    said = {"givenById": "$MOTHER", "capacity": capacity, "answer": "AGREED", "evidence": "SPOKEN_AND_NOTED", **more}
    keep = {f"AGREEMENT_{child.key}": ("recordAgreement", "agreement", ID)}
    return records(who, f"records that the mother agreed for {child.name}", "RecordAgreement", keep, personId=f"${child.key}", **said)


def starts() -> Legs:
    """Start the assessment, and open it."""
    opened = {"ASSESSMENT": ("caseByReference", "assessments", "0", ID)}
    return (
        takes("worker", "starts the assessment", "StartAssessment", "start_assessment"),
        Step("worker", "opens the assessment", "AssessmentId", {"reference": "$REFERENCE"}, opened),
    )


def writes(party: Party, *, but: str = "") -> Legs:
    """Write the assessment section by section; all but one, if one is named."""
    sections = [each for each in asked(party.form, party.as_asked) if each[0].key != but]
    return tuple(step for section, about in sections for step in saves(party, section, about))


def saves(party: Party, section: Section, about: Subject | None, who: str = "worker") -> Legs:
    """Write one section, if anything has to be answered in it."""
    answers = [{"question": key, **said} for key, said in answers_to(party, section, about, CHOICES)]
    subject = {"subjectId": party.ids[about.id]} if about else {}
    sends = {"assessmentId": "$ASSESSMENT", "section": section.key, **subject, "expectedRevision": 0, "answers": answers}
    whom = f" about {about.name}" if about else ""
    return (Step(who, f'writes "{section.title}"{whom}', "SaveSection", sends),) if answers else ()


def submits() -> Step:
    """Send the assessment for sign-off."""
    return moves("worker", "sends the assessment for sign-off", "submit")


def shares() -> Step:
    """Share the conclusions with the family."""
    sends = {"assessmentId": "$ASSESSMENT", "sharedOn": "$TODAY", "how": "TOGETHER"}
    return Step("worker", "shares the conclusions with the family", "ShareConclusions", sends)


def finds_level(party: Party, who: str = "team-manager") -> Step:
    """Decide the level of need from the assessment."""
    return decides(who, "decides the level of need from the assessment", party.child_ids, basis="ASSESSMENT")


def signs_off(who: str = "team-manager") -> Step:
    """Sign the assessment off."""
    return moves(who, "signs off: a plan is needed", "sign_off", "Clear and kind.")


# -- plan and review ----------------------------------------------------------------------------------------------


def records_need(party: Party) -> Step:
    """Put a need on the register."""
    need = {"childId": party.child_ids[0], "area": party.theme.area, "description": party.words(party.theme.need)}
    return records("worker", "puts a need on the register", "RecordNeed", {"NEED": ("recordNeed", "need", ID)}, **need)


def makes_plan(party: Party, lead: str = "$WORKER") -> Legs:
    """Make the plan with the family, in a meeting that agrees the lead professional."""
    outcome = {"needIds": ["$NEED"], "wording": party.words(party.theme.outcome), "byWhen": "$IN_SIX_WEEKS", "baseline": 3}
    action = {"outcomeId": "$OUTCOME", "what": party.theme.family_action, "personId": "$MOTHER", "byWhen": "$IN_SIX_WEEKS"}
    return (
        records("worker", "sets down what should change", "AddOutcome", {"OUTCOME": ("addOutcome", "outcome", ID)}, **outcome),
        Step("worker", "agrees with the mother what she does", "AddAction", action, {"ACTION": ("addAction", "action", ID)}),
        records(
            "worker",
            "records the meeting, which agrees the lead professional and the day of the review",
            "RecordMeeting",
            heldOn="$TODAY",
            practitioners=[{"practitionerId": "$WORKER", "presence": "ATTENDED"}],
            family=[{"personId": "$MOTHER", "presence": "ATTENDED"}],
            decisions="One plan, and one person to ring.",
            nextReviewOn="$IN_FIVE_WEEKS",
            agreedLeadId=lead,
        ),
    )


def starts_plan() -> Step:
    """Start the plan."""
    return moves("worker", "starts the plan", "start_plan")


def starts_review(who: str = "worker") -> Step:
    """Start the review."""
    return takes(who, "starts the review", "StartReview", "start_review")


def reviews(result: str = "ACHIEVED", **more: Any) -> Step:
    """Record the review."""
    judged = [{"outcomeId": "$OUTCOME", "result": result, "scale": 8}]
    said = {"heldOn": "$TODAY", "childViews": "Mornings are all right now.", "familyViews": "We can do it.", "judgements": judged}
    return records("worker", f"records the review: the outcome is {result.lower().replace('_', ' ')}", "RecordReview", **said, **more)


def goes_on() -> Mapping[str, Any]:
    """Return what a review says beside its judgements when the plan goes on after it."""
    return {"agreementReconfirmed": True, "reconfirmedById": "$MOTHER", "nextReviewOn": "$IN_SIX_WEEKS"}


def winds_up(party: Party) -> Legs:
    """Finish what is open, write the summary, and tell the family."""
    summary = {"whatIsBetter": party.words(party.theme.better), "whoHelps": party.theme.who_helps}
    return (
        Step("worker", "says that the mother's action is done", "CompleteAction", {"actionId": "$ACTION", "doneOn": "$TODAY"}),
        records("worker", "writes the closing summary", "WriteClosingSummary", **summary),
        tells_family(),
    )


def tells_family(who: str = "worker") -> Step:
    """Tell the family that the case is ending."""
    return records(who, "tells the family that the case is ending", "TellFamily", toldOn="$TODAY", how="At home, together.")


def closes(says: str = "closes the case: the needs are met", reason: str = "NEEDS_MET", **more: Any) -> Step:
    """Close the case."""
    return takes("team-manager", says, "CloseCase", "close", reason=reason, **more)


# -- the whole way ------------------------------------------------------------------------------------------------


def to_start(party: Party) -> Legs:
    """Go from nothing to where the family's agreement is waited for."""
    return (*looks_up(), *enters(party), *asks(party), *begins_triage(party), *accepts(party))


def to_assessment(party: Party) -> Legs:
    """Go from nothing into the assessment, agreed for every child."""
    return (*to_start(party), *(agrees(child) for child in party.children), *starts())


def to_sign_off(party: Party) -> Legs:
    """Go from nothing to the manager."""
    return (*to_assessment(party), *writes(party), submits())


def to_plan(party: Party, lead: str = "$WORKER") -> Legs:
    """Go from nothing to a plan under way."""
    level = (finds_level(party),) if party.framework == "early-help" else ()
    return (*to_sign_off(party), *level, shares(), signs_off(), records_need(party), *makes_plan(party, lead), starts_plan())
