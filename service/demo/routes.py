"""The two families that are walked with: what is done for each, and where their frameworks differ."""

import datetime as dt
import time
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from service.demo.answers import CHOICES, answers_to
from service.demo.route import ID, Route, Step, moves, numbered, person, place, records, takes
from service.demo.themes import THEMES
from service.forms.asking import Family, asked
from service.forms.parts import Form, Section, Subject
from service.forms.published import FORMS
from workflows import WORKFLOWS

JOAN, ADA = Subject(UUID(int=1), "Joan", 35), Subject(UUID(int=2), "Ada", 10)
IDS = {JOAN.id: "$MOTHER", ADA.id: "$ADA"}
THEME = THEMES[0]
MEMBERS = [{"personId": "$MOTHER", "role": "PARENT_OR_CARER"}, {"personId": "$ADA", "role": "CHILD"}]
NOT_PERMITTED = ("NOT_PERMITTED",)
EARLY_HELP, CAF = WORKFLOWS["early-help", 1], WORKFLOWS["caf", 1]
UNWRITTEN = ("required_answers", "every_voice_heard", "parents_views_heard")
UNPLANNED = ("lead_professional_in_place", "meeting_held", "plan_has_actions", "review_date_set")


class OnTheWalk:
    """The family as the answers of a form speak of it."""

    theme = THEME

    def words(self, text: str) -> str:
        """Put the child's name into a sentence."""
        return text.replace("{child}", ADA.name)

    def day(self, n: int = 0) -> str:
        """Return the day of the walk, or a later one, as the walk names it."""
        return {0: "$TODAY", 42: "$IN_SIX_WEEKS"}[n]

    def took_part(self) -> list[dict[str, Any]]:
        """Say who took part."""
        return [{"personId": each, "tookPart": True} for each in IDS.values()]


# -- what both walks have -----------------------------------------------------------------------------------------


def asks(title: str, framework: Mapping[str, str]) -> tuple[Step, ...]:
    """Enter the family, and ask for help."""
    asked_for = {
        **{"householdId": "$HOUSEHOLD", "childIds": ["$ADA"], "localityId": "$NORTH", "familyName": "Marsh", "source": "RELATIVE_OR_CARER"},
        **{"referrerName": "Joan Marsh", "worries": "Mornings are hard, and Ada misses school.", "familyKnows": True, **framework},
    }
    return (
        Step("worker", "looks up the North", "LocalityNamed", {"text": "North"}, {"NORTH": place("localities")}),
        Step("worker", "looks up the team of the North", "TeamNamed", {"text": "North Family Team"}, {"TEAM": place("teams")}),
        Step("worker", "asks who they are", "Viewer", {}, {"WORKER": ("viewer", ID)}),
        person("Joan", "ADULT", "1991-05-14", "FEMALE", "MOTHER"),
        person("Ada", "CHILD", "$BORN", "FEMALE", "ADA"),
        Step(
            "worker",
            "enters their household",
            "AddHousehold",
            {"name": "Marsh", "members": MEMBERS},
            {"HOUSEHOLD": ("addHousehold", "household", ID)},
        ),
        Step(
            "worker",
            f"asks for help for the family; a case is opened on the {title}",
            "RequestHelp",
            asked_for,
            {"REFERENCE": ("requestHelp", "requestForHelp", "caseReference")},
        ),
        Step("triage", "opens the case at the front door", "CaseId", {"reference": "$REFERENCE"}, {"CASE": ("caseByReference", ID)}),
    )


SEARCHES = records("triage", "checks whether somebody is already helping", "CheckInvolvement", note="Nobody is.")


def decides(who: str, says: str, basis: str) -> Step:
    """Decide on the level of need, and that the family needs an assessment."""
    levels, reasons = [{"personId": "$ADA", "level": 2}], "More than one need, and no agency can meet them alone."
    return records(who, says, "RecordThreshold", basis=basis, levels=levels, outcome="EARLY_HELP_ASSESSMENT", reasons=reasons)


DECIDES = decides("triage", "decides that the family needs an assessment", "REQUEST")
ACCEPTED = (
    takes("triage", "accepts the request for the team of the North", "AcceptRequest", "accept", teamId="$TEAM"),
    takes("triage", "gives the case to the worker", "AllocateCase", workerId="$WORKER"),
    takes("worker", "tries to start before the family has agreed", "StartAssessment", refused=("agreement_in_force",)),
    records(
        "worker",
        "records that the mother agreed for Ada",
        "RecordAgreement",
        personId="$ADA",
        givenById="$MOTHER",
        capacity="PARENTAL_RESPONSIBILITY",
        answer="AGREED",
        evidence="SPOKEN_AND_NOTED",
    ),
    takes("worker", "starts the assessment", "StartAssessment", "start_assessment"),
    records(
        "worker",
        "visits, sees Ada alone, and writes her words down",
        "AddNote",
        kind="HOME_VISIT",
        happenedOn="$TODAY",
        text="A calm visit; we drew the morning together.",
        seen=[{"personId": "$ADA", "alone": True, "ownWords": "I like it when Mum is up."}],
    ),
    Step(
        "worker",
        "opens the assessment",
        "AssessmentId",
        {"reference": "$REFERENCE"},
        {"ASSESSMENT": ("caseByReference", "assessments", "0", ID)},
    ),
)


def written(form: Form, *guards: str) -> Iterator[Step]:
    """Try to submit the assessment too early, write it section by section, and submit it."""
    yield moves("worker", "tries to send the assessment for sign-off before it is written", "submit", refused=guards)
    for section, about in asked(form, Family((ADA,), (JOAN,))):
        yield from saves(section, about)
    yield moves("worker", "sends the assessment for sign-off", "submit")
    yield moves("worker", "tries to sign off their own work", "sign_off", refused=NOT_PERMITTED)


def saves(section: Section, about: Subject | None) -> Iterator[Step]:
    """Write one section, if anything has to be answered in it."""
    answers = [{"question": key, **said} for key, said in answers_to(OnTheWalk(), section, about, CHOICES)]
    subject = {"subjectId": IDS[about.id]} if about else {}
    sends = {"assessmentId": "$ASSESSMENT", "section": section.key, **subject, "expectedRevision": 0, "answers": answers}
    if answers:
        whom = f" about {about.name}" if about else ""
        yield Step("worker", f'writes "{section.title}"{whom}', "SaveSection", sends)


SHARES = Step(
    "worker",
    "shares the conclusions with the family",
    "ShareConclusions",
    {"assessmentId": "$ASSESSMENT", "sharedOn": "$TODAY", "how": "TOGETHER"},
)
SIGNS_OFF = moves("team-manager", "signs off: a plan is needed", "sign_off", "Clear and kind.")


def planned(early: tuple[str, ...]) -> tuple[Step, ...]:
    """Try to start the plan too early, make it with the family, and start it."""
    return (
        records(
            "worker",
            "puts a need on the register",
            "RecordNeed",
            {"NEED": ("recordNeed", "need", ID)},
            childId="$ADA",
            area=THEME.area,
            description=OnTheWalk().words(THEME.need),
        ),
        moves("worker", "tries to start the plan while there is none", "start_plan", refused=early),
        records(
            "worker",
            "sets down what should change",
            "AddOutcome",
            {"OUTCOME": ("addOutcome", "outcome", ID)},
            needIds=["$NEED"],
            wording=OnTheWalk().words(THEME.outcome),
            byWhen="$IN_SIX_WEEKS",
            baseline=3,
        ),
        Step(
            "worker",
            "agrees with the mother what she does",
            "AddAction",
            {"outcomeId": "$OUTCOME", "what": THEME.family_action, "personId": "$MOTHER", "byWhen": "$IN_SIX_WEEKS"},
            {"ACTION": ("addAction", "action", ID)},
        ),
        records(
            "worker",
            "records the meeting, which agrees the lead professional and the day of the review",
            "RecordMeeting",
            heldOn="$TODAY",
            practitioners=[{"practitionerId": "$WORKER", "presence": "ATTENDED"}],
            family=[{"personId": "$MOTHER", "presence": "ATTENDED"}],
            decisions="One plan, and one person to ring.",
            nextReviewOn="$IN_FIVE_WEEKS",
            agreedLeadId="$WORKER",
        ),
        moves("worker", "starts the plan", "start_plan"),
    )


def reviewed() -> tuple[Step, ...]:
    """Review the plan, and close the case when everything that closing asks for is there."""
    judged = [{"outcomeId": "$OUTCOME", "result": "ACHIEVED", "scale": 8}]
    missing = ("closing_summary", "no_open_actions", "family_told")
    return (
        takes("worker", "starts the review", "StartReview", "start_review"),
        records(
            "worker",
            "records the review: the outcome is achieved",
            "RecordReview",
            heldOn="$TODAY",
            childViews="Mornings are all right now.",
            familyViews="We can do it by ourselves.",
            judgements=judged,
        ),
        takes("worker", "tries to close the case alone", "CloseCase", refused=NOT_PERMITTED, reason="NEEDS_MET"),
        takes("team-manager", "tries to close it before all is said and done", "CloseCase", refused=missing, reason="NEEDS_MET"),
        Step("worker", "says that the mother's action is done", "CompleteAction", {"actionId": "$ACTION", "doneOn": "$TODAY"}),
        records(
            "worker",
            "writes the closing summary",
            "WriteClosingSummary",
            whatIsBetter=OnTheWalk().words(THEME.better),
            whoHelps=THEME.who_helps,
        ),
        records("worker", "tells the family that the case is ending", "TellFamily", toldOn="$TODAY", how="At home, together."),
        takes("team-manager", "closes the case: the needs are met", "CloseCase", "close", reason="NEEDS_MET"),
    )


# -- the walks ----------------------------------------------------------------------------------------------------

EARLY_HELP_STEPS = (
    *asks("early help assessment", {}),
    moves("triage", "tries to start triage before anybody looked", "begin_triage", refused=("involvement_checked",)),
    *(SEARCHES, moves("triage", "starts triage", "begin_triage", "No plan yet."), DECIDES, *ACCEPTED),
    *written(FORMS["early-help", 1], *UNWRITTEN),
    moves("team-manager", "tries to sign off before the level of need is decided", "sign_off", refused=("level_decided",)),
    decides("team-manager", "decides the level of need from the assessment", "ASSESSMENT"),
    SIGNS_OFF,
    *planned(("conclusions_shared", *UNPLANNED, "needs_answered"))[:2],
    SHARES,
    *planned(())[2:],
    *reviewed(),
)
CAF_STEPS = (
    *asks("common assessment framework", {"framework": "COMMON_ASSESSMENT"}),
    takes(
        "triage",
        "tries to accept the request before anybody looked or decided",
        "AcceptRequest",
        refused=("involvement_checked", "threshold_early_help"),
        teamId="$TEAM",
    ),
    *(SEARCHES, DECIDES, *ACCEPTED),
    *written(FORMS["caf", 1], *UNWRITTEN, "elements_considered"),
    moves("team-manager", "tries to register it before the family knows the conclusions", "sign_off", refused=("conclusions_shared",)),
    *(SHARES, SIGNS_OFF, *planned(UNPLANNED), *reviewed()),
)
ROUTES: Mapping[str, Route] = {
    "early-help": Route(EARLY_HELP.title, tuple(numbered(EARLY_HELP, EARLY_HELP_STEPS))),
    "caf": Route(CAF.title, tuple(numbered(CAF, CAF_STEPS))),
}


DAYS = {"TODAY": 0, "IN_FIVE_WEEKS": 35, "IN_SIX_WEEKS": 42}
"""The days that the walks name, from today."""
YOUNGEST, SPAN = 3000, 2400
"""How many days ago a child was born at least, and how many more: always a child of eight to fourteen."""


def days(today: dt.date) -> dict[str, str]:
    """Return the days that the walks name. Each walk's child has a birthday of its own, or triage would have to tell two children apart."""
    ahead = {**DAYS, "BORN": -YOUNGEST - int(time.time()) % SPAN}
    return {name: (today + dt.timedelta(days=n)).isoformat() for name, n in ahead.items()}
