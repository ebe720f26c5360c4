"""The mutations of contact details."""

from service.changing import Change, Number, OneOf, RecordId, Text
from service.contact_details import actions
from service.contact_details.types import AudienceName, ContactDetail, KindName

DETAIL = RecordId("detail", "Which way to reach them it is, by its own id.", required=True)


class AddContactDetail(Change, action=actions.add_contact_detail, answers=ContactDetail):
    """Record a way to reach somebody, and who may know it."""

    person_id = RecordId("person", "Who is reached this way.", required=True)
    case_id = RecordId("case", "A case of theirs that you have, on which you learned it; needed when only its holders may know.")
    kind = OneOf(KindName, "What kind of contact detail it is.", required=True)
    value = Text("The number or address itself.", most=500, required=True)
    note = Text("Whose it is, or when it can be used.")
    audience = OneOf(AudienceName, "Who may know it.", required=True)


class AmendContactDetail(Change, action=actions.amend_contact_detail, answers=ContactDetail, amends=True):
    """Correct a way to reach somebody, or say anew who may know it. What is left out stays as it is."""

    contact_detail_id = DETAIL
    expected_revision = Number("The revision that you read.", required=True)
    reason = Text("Why it is corrected.", required=True)
    kind = OneOf(KindName, "What kind of contact detail it is.")
    value = Text("The number or address itself.", most=500)
    note = Text("Whose it is, or when it can be used; null removes it.")
    audience = OneOf(AudienceName, "Who may know it.")


class EndContactDetail(Change, action=actions.end_contact_detail, answers=ContactDetail):
    """Say that somebody is not reached this way any more. It stays on record with the reason."""

    contact_detail_id = DETAIL
    reason = Text("Why they are not.", required=True)


MUTATIONS: tuple[type[Change], ...] = (AddContactDetail, AmendContactDetail, EndContactDetail)
