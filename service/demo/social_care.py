"""What is done with children's social care: a concern, its decision, and families who come from there."""

from service.demo.telling import Act, Told

DECIDED_BY = "J. Moss, assessment team manager"
DISCLOSURE = "A disclosure at school this morning, and a bruise that the story does not explain."
MISSING = "Missing from lessons twice this week, and seen in a car with an adult nobody knows."


def escalates(part: str, urgency: str, concern: str, told_family: str) -> Act:
    """Tell social care about a risk."""

    async def act(told: Told) -> None:
        said = {"urgency": urgency, "concern": concern, "toldFamilyOrWhyNot": told_family}
        await told.step(part, "escalate", childIds=told.children(), **said)
        told.kept["concern"] = await told.last("concern")

    return act


worker_escalates = escalates("keeper", "TODAY", DISCLOSURE, "Not yet, on social care's advice.")
school_escalates = escalates("school", "SOON", MISSING, "Told at once.")


async def chases(told: Told) -> None:
    """Remind social care of the concern."""
    await told.do("keeper", "chaseConcern", concernId=f"concern_{told.kept['concern']}", toWhom="The duty desk", note="They ring back.")


def takes(route: str) -> Act:
    """Record that social care takes the children."""

    async def act(told: Told) -> None:
        said = {"decidedBy": DECIDED_BY, "decidedOn": told.day(), "route": route, "socialCareReference": f"SC-{20400 + told.number}"}
        await told.step("keeper", "recordTaken", childIds=told.children(), **said)

    return act


async def takes_nobody(told: Told) -> None:
    """Record that social care will not take the case."""
    said = {"why": "Below the threshold.", "advice": "Go on with the plan, and come back if it happens again."}
    await told.step("keeper", "recordNotTaken", childIds=told.children(), decidedBy=DECIDED_BY, decidedOn=told.day(), **said)
    told.kept["decision of social care"] = await told.last("social_care_decision")


def steps_up(reason: str) -> Act:
    """End the case here: social care has it now."""
    return lambda told: told.step("keeper", "stepUpCase", reason=reason)


# -- step-down ----------------------------------------------------------------------------------------------------


async def records_step_down(told: Told) -> None:
    """Record that the family comes from social care, whose own case is still open."""
    given = {"socialCareReference": f"SC-{20100 + told.number}", "socialWorker": "A. Boyd", "socialWorkerContact": "01632 960077"}
    await told.record("keeper", "recordStepDown", handover="Two calm months; school worries about the holidays.", **given)


async def social_care_closes(told: Told) -> None:
    """Record that social care closed its case."""
    await told.do("keeper", "closeSocialCareCase", stepDownId=told.kept_id("stepdown", "recordStepDown"), closedOn=told.day())


async def returns_step_down(told: Told) -> None:
    """Return the family to social care."""
    await told.step("manager", "returnStepDown", note="The family says that they never agreed; social care was told today.")
