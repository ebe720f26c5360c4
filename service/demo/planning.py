"""What is done in a plan: needs, outcomes, actions, meetings and reviews."""

from service.demo.telling import Act, Told, moves

FIRST_REVIEW, NEXT_REVIEW = 38, 70
"""Days to the first review and to each later one, within what the council's cycle allows."""


async def records_need(told: Told) -> None:
    """Put the family's need on the register."""
    need = {"area": told.theme.area, "description": told.words(told.theme.need), "severity": 3}
    await told.record("worker", "recordNeed", childId=told.person(told.first_child), identifiedOn=told.day(), **need)


async def records_another_need(told: Told) -> None:
    """Put a need on the register that somebody else meets, and say why the plan leaves it."""
    need = {"area": "LEARNING", "description": "Behind in spelling."}
    await told.record("worker", "recordNeed", childId=told.person(told.first_child), **need)
    why = "The school's own reading group does it."
    await told.do("worker", "leaveNeedUnanswered", needId=told.kept_id("need", "recordNeed"), expectedRevision=1, why=why)


async def plans(told: Told) -> None:
    """Set down what should change, and who does what towards it."""
    need = {"needIds": [told.kept_id("need", "recordNeed")], "wording": told.words(told.theme.outcome)}
    await told.record("worker", "addOutcome", byWhen=told.day(90), baseline=3, **need)
    outcome = told.kept_id("outcome", "addOutcome")
    for what, who in (
        (told.theme.action, {"practitionerId": told.teller.id("practitioner", told.worker)}),
        (told.theme.family_action, {"personId": told.carer}),
    ):
        told.actions.append(await told.do("worker", "addAction", outcomeId=outcome, what=told.words(what), byWhen=told.day(30), **who))


async def meets(told: Told) -> None:
    """Meet with the family; the meeting agrees the lead professional, one more action and the day of the first review."""
    me = told.teller.id("practitioner", told.worker)
    school = {"outcomeId": told.kept_id("outcome", "addOutcome"), "what": "Save a place at breakfast club.", "practitionerId": me}
    await told.record(
        "worker",
        "recordMeeting",
        heldOn=told.day(),
        practitioners=[{"practitionerId": me, "presence": "ATTENDED"}, *school_sends_apologies(told)],
        family=[{"personId": told.carer, "presence": "ATTENDED"}],
        familyViews="They want one person to ring.",
        decisions="One plan, one person to ring, and the first review before the holidays.",
        actions=[{**school, "byWhen": told.day(21)}],
        nextReviewOn=told.day(FIRST_REVIEW),
        agreedLeadId=me,
    )
    told.actions.append(await told.last("plan_action"))


def school_sends_apologies(told: Told) -> list[dict[str, str]]:
    """Say that the school could not come, where it is on the team."""
    return [{"practitionerId": told.teller.id("practitioner", "school"), "presence": "APOLOGIES"}]


starts_plan = moves("worker", "start_plan", "Everybody knows what they do, and by when.")
continues = moves("worker", "continue_plan", "Mornings are better; sleep is not yet.")


async def finishes_actions(told: Told) -> None:
    """Finish every action that is still open."""
    for action in told.actions:
        await told.do("worker", "completeAction", actionId=f"action_{action}", doneOn=told.day(), result="Done, and it helped.")
    told.actions.clear()


async def drops_an_action(told: Told) -> None:
    """End an action that nobody needs any more."""
    await told.do("worker", "endAction", actionId=f"action_{told.actions.pop()}", why="Breakfast club closed; Nan does it.")


async def ends_the_outcome(told: Told) -> None:
    """End an outcome that the family no longer wants."""
    await finishes_actions(told)
    why = "The family wants to begin with something else."
    await told.do("worker", "endOutcome", outcomeId=told.kept_id("outcome", "addOutcome"), isAchieved=False, why=why)


async def brings_review_forward(told: Told) -> None:
    """Choose another day for the next review."""
    await told.step("worker", "moveDueDate", date=told.day(21), why="Before the holidays.")


async def starts_review(told: Told) -> None:
    """Start the review."""
    await told.step("worker", "startReview", meetingOn=told.day())


def reviews(result: str, family_views: str, *, scale: int = 5) -> Act:
    """Record a review: what was said, how the outcome went, and when the next one is."""

    async def act(told: Told) -> None:
        judged = {"outcomeId": told.kept_id("outcome", "addOutcome"), "result": result, "scale": scale}
        said = {"childViews": told.theme.own_words, "familyViews": family_views, "judgements": [judged]}
        asked = {"agreementReconfirmed": True, "reconfirmedById": told.carer, "nextReviewOn": told.day(NEXT_REVIEW)}
        await told.record("worker", "recordReview", heldOn=told.day(), **said, **asked)

    return act


finds_progress = reviews("PARTLY", "Better, and not yet easy.")
finds_needs_met = reviews("ACHIEVED", "They feel that they can do it by themselves now.", scale=8)
finds_no_movement = reviews("NOT_ACHIEVED", "The same as before; they are tired of meetings.", scale=3)


async def considers_drift(told: Told) -> None:
    """A manager looks at a plan that does not move."""
    view = "Three reviews without change: the plan asks too much at once. One outcome, weekly contact, and a parenting worker."
    await told.do("manager", "considerDrift", reviewId=told.kept_id("review", "recordReview"), expectedRevision=1, view=view)


async def pauses(told: Told, days: int) -> None:
    """Pause the case at the family's request."""
    asked = {"askedById": told.carer, "why": "They are away with family.", "pauseUntil": told.day(days)}
    await told.step("worker", "pauseCase", **asked)


async def pauses_for_a_week(told: Told) -> None:
    """Pause the case for a week."""
    await pauses(told, 7)


async def pauses_for_too_long(told: Told) -> None:
    """Pause the case for the whole summer."""
    await pauses(told, 100)


async def pauses_for_a_month(told: Told) -> None:
    """Pause the case for four weeks."""
    await pauses(told, 28)


async def resumes(told: Told) -> None:
    """Resume the case."""
    await told.step("worker", "resumeCase", note="They are back.")
