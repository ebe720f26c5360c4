"""The mutations of transfers to another council; the transfer itself is a step of the case."""

from service.changing import Calendar, Change, Number, OneOf, RecordId, Text
from service.changing.inputs import LONG
from service.transfers import actions
from service.transfers.types import AnswerName, BasisName, TransferChaser, TransferConsent, TransferOffer


class RecordTransferConsent(Change, action=actions.record_transfer_consent, answers=TransferConsent):
    """Record whether the family agrees to pass the record on to another council. A later answer stands beside it."""

    case_id = RecordId("case", "The case that it is about, by its id.", required=True)
    basis = OneOf(BasisName, "What they answered, or on what other ground it is passed on.", required=True)
    given_by_id = RecordId("person", "Who of the family answered; left out for a safeguarding reason.")
    how = Text("How the answer is known, or what the safeguarding reason is.", most=LONG, required=True)
    answered_on = Calendar("The day of the answer; today when it is left out.")


class AmendTransferConsent(Change, action=actions.amend_transfer_consent, answers=TransferConsent, amends=True):
    """Correct what was recorded of an answer. What is left out stays as it is; a change of mind is another answer."""

    consent_id = RecordId("transferconsent", "The answer to change, by its id.", required=True)
    expected_revision = Number("The revision that you read.", required=True)
    reason = Text("Why it is corrected.", required=True)
    basis = OneOf(BasisName, "What they answered, or on what other ground it is passed on.")
    given_by_id = RecordId("person", "Who of the family answered; null for a safeguarding reason.")
    how = Text("How the answer is known, or what the safeguarding reason is.", most=LONG)
    answered_on = Calendar("The day of the answer.")


class OfferTransfer(Change, action=actions.offer_transfer, answers=TransferOffer):
    """Ask another council to take the family. It has ten working days; a later offer takes the place of this one."""

    case_id = RecordId("case", "The case that it is about, by its id.", required=True)
    council = Text("The three-digit code of the other council.", most=3, required=True)
    note = Text("What you sent with the offer.", most=LONG)


class ChaseTransfer(Change, action=actions.chase_transfer, answers=TransferChaser):
    """Record that you reminded the other council of an offer."""

    offer_id = RecordId("offer", "The offer that it is about, by its id.", required=True)
    to_whom = Text("Whom you reminded, by name and role.", required=True)
    note = Text("What they said.", most=LONG)


class AmendTransferChaser(Change, action=actions.amend_transfer_chaser, answers=TransferChaser, amends=True):
    """Correct what was recorded of a reminder to the other council. What is left out stays as it is."""

    chaser_id = RecordId("transferchaser", "The reminder to change, by its id.", required=True)
    expected_revision = Number("The revision that you read.", required=True)
    reason = Text("Why it is corrected.", required=True)
    to_whom = Text("Whom you reminded, by name and role.")
    note = Text("What they said.", most=LONG)
    entered_wrongly = Text("Why it should never have been entered: it then does not count as one of the two.", most=LONG)


class RecordTransferAnswer(Change, action=actions.record_transfer_answer, answers=TransferOffer):
    """Record what the other council answered."""

    offer_id = RecordId("offer", "The offer that it is about, by its id.", required=True)
    answer = OneOf(AnswerName, "What they answered.", required=True)
    answered_on = Calendar("The day of their answer; from the offer to today.", required=True)
    answered_by = Text("Who answered, by name and role.", required=True)
    answer_note = Text("What they said with it.", most=LONG)


class AmendTransferOffer(Change, action=actions.amend_transfer_offer, answers=TransferOffer, amends=True):
    """Correct what was recorded of an offer or of its answer. What is left out stays as it is."""

    offer_id = RecordId("offer", "The offer to change, by its id.", required=True)
    expected_revision = Number("The revision that you read.", required=True)
    reason = Text("Why it is corrected.", required=True)
    council = Text("The three-digit code of the other council.", most=3)
    note = Text("What you sent with the offer.", most=LONG)
    answer = OneOf(AnswerName, "What they answered.")
    answered_on = Calendar("The day of their answer; from the offer to today.")
    answered_by = Text("Who answered, by name and role.")
    answer_note = Text("What they said with it.", most=LONG)


MUTATIONS: tuple[type[Change], ...] = (
    RecordTransferConsent,
    AmendTransferConsent,
    OfferTransfer,
    ChaseTransfer,
    AmendTransferChaser,
    RecordTransferAnswer,
    AmendTransferOffer,
)
