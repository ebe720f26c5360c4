"""How the cases of the demonstration went: each story is a list of steps, and how many working days after the one before each was taken."""

import datetime as dt
from collections.abc import Awaitable, Callable, Iterator
from typing import NamedTuple

from service.deadlines.rules import DAY, day_in_london
from service.demo import names
from service.demo.telling import SHORT_PAUSE, TEAM_OF, Told


class Step(NamedTuple):
    """A step: how many working days after the one before it, and what is done then."""

    days: int
    do: Callable[[dt.datetime], Awaitable[object]]


Story = Callable[[Told], Iterator[Step]]


def requested(told: Told) -> Iterator[Step]:
    """Somebody asks for help."""
    who = ("school", told.worker, "triage")[told.number % 3]
    yield Step(0, lambda at: told.ask_for_help(at, who))


def in_triage(told: Told) -> Iterator[Step]:
    """The front door looks at it."""
    yield from requested(told)
    yield Step(1, lambda at: told.move(at, "triage", "begin_triage", "Looked for an existing plan: there is none."))


def awaiting_agreement(told: Told) -> Iterator[Step]:
    """It is accepted and given to a worker, who rings the family."""
    yield from in_triage(told)
    team = told.teller.id("team", TEAM_OF[told.locality][0])
    worker = told.teller.id("practitioner", told.worker)
    yield Step(1, lambda at: told.step(at, "triage", "acceptRequest", teamId=team, note="An early help assessment of the whole family."))
    yield Step(0, lambda at: told.step(at, told.manager, "allocateCase", workerId=worker))
    yield Step(0, lambda at: told.note(at, told.worker, "TELEPHONE_CALL", "Rang and agreed a day to visit."))


def assessing(told: Told) -> Iterator[Step]:
    """The family agrees, and the assessment begins with a visit."""
    yield from awaiting_agreement(told)
    yield Step(2, lambda at: told.agree(at, told.worker))
    yield Step(0, lambda at: told.step(at, told.worker, "startAssessment", startedOn=day_in_london(at).isoformat()))
    yield Step(1, told.gather_team)
    yield Step(2, lambda at: told.note(at, told.worker, "HOME_VISIT", told.chance.choice(names.VISITS), seen=True))


def awaiting_sign_off(told: Told) -> Iterator[Step]:
    """The assessment goes to the manager."""
    yield from assessing(told)
    yield Step(4, lambda at: told.move(at, told.worker, "submit", "With the child's own words in section 2."))


def returned(told: Told) -> Iterator[Step]:
    """The manager returns the assessment, and it is submitted again."""
    yield from awaiting_sign_off(told)
    yield Step(1, lambda at: told.move(at, told.manager, "return_assessment", "Please say what the father thinks."))
    yield Step(2, lambda at: told.move(at, told.worker, "submit", "His views are in section 3 now."))


def planning(told: Told) -> Iterator[Step]:
    """The assessment is signed off, and the team comes together."""
    yield from returned(told) if told.number % 4 == 0 else awaiting_sign_off(told)
    yield Step(2, lambda at: told.move(at, told.manager, "sign_off", "A clear assessment; go ahead."))
    yield Step(3, lambda at: told.note(at, told.worker, "MEETING", "First meeting with the family. They asked for one person to ring."))
    yield Step(0, lambda at: told.lead(at, told.worker))


def plan_active(told: Told) -> Iterator[Step]:
    """The plan starts."""
    yield from planning(told)
    yield Step(2, lambda at: told.move(at, told.worker, "start_plan", "Everybody knows what they do, and by when."))
    if told.number % 5 == 1:
        soon = 21
        yield Step(
            1,
            lambda at: told.step(
                at, told.worker, "moveDueDate", date=(day_in_london(at) + DAY * soon).isoformat(), why="Before the holidays."
            ),
        )


def reviewing(told: Told) -> Iterator[Step]:
    """The plan is reviewed."""
    yield from plan_active(told)
    yield Step(18, lambda at: told.step(at, told.worker, "startReview", meetingOn=day_in_london(at).isoformat()))


def plan_continued(told: Told) -> Iterator[Step]:
    """The review finds that the plan should go on."""
    yield from reviewing(told)
    yield Step(2, lambda at: told.move(at, told.worker, "continue_plan", "Mornings are better; sleep is not yet."))


def assessed_again(told: Told) -> Iterator[Step]:
    """So much has changed that the family is assessed again."""
    yield from reviewing(told)
    yield Step(2, lambda at: told.move(at, told.worker, "reassess", "A new baby and another home."))


def paused_in_assessment(told: Told) -> Iterator[Step]:
    """The family asks for a pause while the assessment is under way."""
    yield from assessing(told)
    yield Step(2, lambda at: told.pause(at, told.worker, SHORT_PAUSE * 3))


def paused_in_plan(told: Told) -> Iterator[Step]:
    """The family asks for a pause of the plan, resumes, and asks again."""
    yield from plan_active(told)
    yield Step(2, lambda at: told.pause(at, told.worker, SHORT_PAUSE))
    yield Step(5, lambda at: told.step(at, told.worker, "resumeCase", note="They are back."))
    yield Step(6, lambda at: told.pause(at, told.worker, SHORT_PAUSE * 4))


def needs_met(told: Told) -> Iterator[Step]:
    """The last review finds that the needs are met."""
    yield from reviewing(told)
    yield Step(3, lambda at: told.step(at, told.manager, "closeCase", reason="NEEDS_MET"))


def signposted(told: Told) -> Iterator[Step]:
    """One agency can help."""
    yield from in_triage(told)
    school = told.teller.id("agency", names.SCHOOL)
    advice = "The school's family support worker will ring this week."
    yield Step(
        1, lambda at: told.step(at, "triage", "signpostRequest", reason="SINGLE_AGENCY", advice=advice, agencyId=school, agencyAgreed=True)
    )


def no_plan_needed(told: Told) -> Iterator[Step]:
    """The assessment finds that nothing more is needed."""
    yield from awaiting_sign_off(told)
    yield Step(2, lambda at: told.step(at, told.manager, "signOffNoPlan", reason="NO_FURTHER_ACTION", comment="The family manages well."))


def opened_in_error(told: Told) -> Iterator[Step]:
    """The wrong family was entered."""
    yield from in_triage(told)
    yield Step(
        1,
        lambda at: told.step(
            at, "front_door_manager", "closeInError", reason="OPENED_IN_ERROR", note="Meant for a family of the same name."
        ),
    )


def moved_away(told: Told) -> Iterator[Step]:
    """The family moves to another council, which takes the record."""
    yield from plan_active(told)
    yield Step(4, lambda at: told.step(at, told.manager, "transferCase", council="878", movedOn=day_in_london(at).isoformat()))


def request_withdrawn(told: Told) -> Iterator[Step]:
    """The person who asked takes the request back."""
    yield from in_triage(told)
    yield Step(
        1, lambda at: told.step(at, "front_door_manager", "endCaseEarly", reason="REQUEST_WITHDRAWN", note="School has sorted it out.")
    )


def declined(told: Told) -> Iterator[Step]:
    """The family says no."""
    yield from awaiting_agreement(told)
    yield Step(2, lambda at: told.agree(at, told.worker, "REFUSED"))
    yield Step(
        0, lambda at: told.step(at, told.worker, "recordDecline", advice="They know how to ask again, and have the helpline's number.")
    )


def not_reached(told: Told) -> Iterator[Step]:
    """The family cannot be reached."""
    yield from awaiting_agreement(told)
    yield Step(2, lambda at: told.note(at, told.worker, "TELEPHONE_CALL", "No answer; left a message."))
    yield Step(2, lambda at: told.note(at, told.worker, "HOME_VISIT", "Nobody at home; left a card."))
    yield Step(2, lambda at: told.step(at, told.manager, "recordNoContact", note="Three attempts by two ways."))


def withdrew(told: Told) -> Iterator[Step]:
    """The family withdraws while the assessment is under way."""
    yield from assessing(told)
    yield Step(3, lambda at: told.withdraw(at, told.worker))
    yield Step(
        0, lambda at: told.step(at, told.worker, "recordWithdrawal", note="They want to manage on their own, and know the way back.")
    )


def stepped_up(told: Told) -> Iterator[Step]:
    """Social care is told about a risk, and takes the children."""
    yield from assessing(told)
    concern = "A disclosure at school this morning, and a bruise that the story does not explain."
    told_family = "Not yet, on social care's advice."
    yield Step(
        1,
        lambda at: told.step(
            at, told.worker, "escalate", urgency="TODAY", concern=concern, childIds=told.children(), toldFamilyOrWhyNot=told_family
        ),
    )
    yield Step(
        1,
        lambda at: told.step(
            at,
            told.worker,
            "recordTaken",
            childIds=told.children(),
            decidedBy="J. Moss, assessment team manager",
            decidedOn=day_in_london(at).isoformat(),
            route="CHILD_IN_NEED",
            socialCareReference="SC-20418",
        ),
    )
    yield Step(0, lambda at: told.step(at, told.worker, "stepUpCase", reason="STEP_UP_S17"))


def not_taken(told: Told) -> Iterator[Step]:
    """Social care is told about a risk, and will not take the case."""
    yield from plan_active(told)
    yield Step(
        3,
        lambda at: told.step(
            at,
            "school",
            "escalate",
            urgency="SOON",
            concern="Missing from lessons twice.",
            childIds=told.children()[:1],
            toldFamilyOrWhyNot="Told at once.",
        ),
    )
    yield Step(
        1,
        lambda at: told.step(
            at,
            told.worker,
            "recordNotTaken",
            childIds=told.children()[:1],
            decidedBy="J. Moss, assessment team manager",
            decidedOn=day_in_london(at).isoformat(),
            why="Below the threshold.",
            advice="Go on with the plan, and come back if it happens again.",
        ),
    )
