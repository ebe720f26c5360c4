"""What is done when a case ends: closing, the family's no, another council, and cases that should not have been."""

from service.demo.planning import finishes_actions
from service.demo.telling import Act, Told

PROMISED = "They know how to ask again, and have the helpline's number."


async def sums_up(told: Told) -> None:
    """Write the closing summary, when everything that was to be done is."""
    await finishes_actions(told)
    said = {"whatIsBetter": told.words(told.theme.better), "whoHelps": told.words(told.theme.who_helps)}
    await told.record("worker", "writeClosingSummary", **said)


async def tells_family(told: Told) -> None:
    """Tell the family that the case is ending."""
    await told.record("keeper", "tellFamily", toldOn=told.day(), how="At home, together; they chose the last visit's cake.")


async def proposes_closure(told: Told) -> None:
    """Propose to close the case."""
    await told.record("worker", "proposeClosure", closureReason="NEEDS_MET", why=told.words(told.theme.better))


async def agrees_to_closure(told: Told) -> None:
    """A manager agrees to the closure that was proposed."""
    proposal = told.kept_id("closureproposal", "proposeClosure")
    await told.do("manager", "answerClosureProposal", proposalId=proposal, agreed=True, note="Well done, all of you.")


async def declines_closure(told: Told) -> None:
    """A manager wants the case to go on."""
    proposal = told.kept_id("closureproposal", "proposeClosure")
    await told.do(
        "manager", "answerClosureProposal", proposalId=proposal, agreed=False, note="One more cycle: the new school year is near."
    )


def closes(reason: str) -> Act:
    """Close the case."""
    return lambda told: told.step("manager", "closeCase", reason=reason)


def ends_early(reason: str, note: str, part: str = "manager") -> Act:
    """End the case for another reason."""
    return lambda told: told.step(part, "endCaseEarly", reason=reason, note=note)


async def closes_in_error(told: Told) -> None:
    """Close a case that should not have been opened."""
    await told.step("front_door_manager", "closeInError", reason="OPENED_IN_ERROR", note="Meant for a family of the same name.")


async def closes_a_signed_off_case_in_error(told: Told) -> None:
    """Close a case in error, as a manager of the team."""
    await told.step("manager", "closeInError", reason="OPENED_IN_ERROR", note="Wrong family?")


async def records_decline(told: Told) -> None:
    """End the case: the family said no."""
    await told.step("worker", "recordDecline", advice=PROMISED)


async def records_no_contact(told: Told) -> None:
    """End the case: the family cannot be reached."""
    await told.step("manager", "recordNoContact", note="Three attempts by two ways.")


async def records_withdrawal(told: Told) -> None:
    """End the case: the family withdrew."""
    await told.step("worker", "recordWithdrawal", note="They want to manage on their own, and know the way back.")


async def corrects_closure(told: Told) -> None:
    """Let the case go on: it was another family's that was to be closed."""
    await told.step("service_manager", "correctClosure", why="The wrong family of the name was closed.")


# -- to another council -------------------------------------------------------------------------------------------


async def agrees_to_pass_on(told: Told) -> None:
    """Record that the family agrees to pass the record on."""
    how = "At the last visit, in writing."
    await told.record("worker", "recordTransferConsent", basis="AGREED", givenById=told.carer, how=how, answeredOn=told.day())


async def offers(told: Told) -> None:
    """Ask the other council to take the family."""
    await told.record("worker", "offerTransfer", council="878", note="They moved to be near her sister.")


async def chases_council(told: Told) -> None:
    """Remind the other council."""
    offer = told.kept_id("offer", "offerTransfer")
    await told.do("worker", "chaseTransfer", offerId=offer, toWhom="The duty manager", note="Left a message, and sent the offer again.")


async def council_answers(told: Told) -> None:
    """Record that the other council takes the family."""
    given = {"answer": "ACCEPTED", "answeredOn": told.day(), "answeredBy": "R. Hale, early help manager"}
    await told.do("worker", "recordTransferAnswer", offerId=told.kept_id("offer", "offerTransfer"), **given)


async def transfers(told: Told) -> None:
    """Close the case here: another council has it now."""
    await told.step("manager", "transferCase", council="878", movedOn=told.day())
