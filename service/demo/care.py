"""Care with the people of one case: how they are reached safely, what they need, who they are to each other, what was entered wrongly."""

from service.demo.telling import Told

REVIEWED_IN = 60


async def learns_safe_contact(told: Told) -> None:
    """The children's mother can be rung and not be written to; her first number was a neighbour's."""
    await told.do("worker", "addContactDetail", personId=told.carer, kind="TELEPHONE", value="01632 960198", audience="EVERYBODY")
    detail = {"contactDetailId": told.kept_id("detail", "addContactDetail")}
    kept_to_us = {"expectedRevision": 1, "reason": "She asked that it be kept to us.", "audience": "CASE_HOLDERS"}
    await told.do("worker", "amendContactDetail", **detail, **kept_to_us)
    await told.do("worker", "endContactDetail", **detail, reason="It is her neighbour's, who has moved.")
    mobile = {"kind": "TELEPHONE", "value": "07700 900461", "note": "Her own mobile.", "audience": "THIS_CASE"}
    await told.record("worker", "addContactDetail", personId=told.carer, **mobile)
    post = "Do not write: somebody else opens the post."
    await told.do("worker", "recordSafeContact", personId=told.carer, unsafe=post, source="Herself")
    statement = {"safeContactId": told.kept_id("safecontact", "recordSafeContact"), "expectedRevision": 1}
    said = {"reason": "She said when it is safe.", "preferred": "By text, while the children are at school."}
    await told.do("worker", "amendSafeContact", **statement, **said)
    child, at_school = told.person(told.first_child), "Do not ring the school in the morning."
    await told.do("worker", "recordSafeContact", personId=child, unsafe=at_school, source="The school")
    of_child = told.kept_id("safecontact", "recordSafeContact")
    await told.do("worker", "endSafeContact", safeContactId=of_child, reason="The school can be rung at any time now.")


async def learns_needs_of_access(told: Told) -> None:
    """She needs an interpreter, and has parental responsibility for her child."""
    await told.do("worker", "recordAccessNeeds", personId=told.carer, language="Polish", interpreterNeeded=False)
    statement = {"accessNeedsId": told.kept_id("accessneeds", "recordAccessNeeds"), "expectedRevision": 1}
    needs = {"interpreterNeeded": True, "communication": "Time to read letters before a meeting."}
    await told.do("worker", "amendAccessNeeds", **statement, **needs, reason="For meetings she does.")
    people = {"personId": told.person(told.first_child), "relativeId": told.carer}
    said = {"kind": "OTHER_PARENT", "responsibility": "HAS", "basis": "BIRTH", "source": "Herself"}
    await told.do("worker", "recordRelationship", **people, **said)
    related = {"relationshipId": told.kept_id("relationship", "recordRelationship"), "expectedRevision": 1}
    seen = {"reason": "Seen on paper.", "source": "The birth certificate was seen.", "kind": "MOTHER"}
    await told.do("worker", "amendRelationship", **related, **seen)


async def warns(told: Told) -> None:
    """There is a dog, of which visitors are warned; and for a while the stairs were broken."""
    until = {"familyTold": True, "reviewOn": told.day(REVIEWED_IN)}
    await told.record("worker", "setMarker", kind="ANIMAL", reason="A large dog, loose in the yard.", source="The postman", **until)
    marker = {"markerId": told.kept_id("marker", "setMarker")}
    asked = {"why": "The family was asked.", "reason": "A large dog; they keep it in when you ring."}
    await told.do("worker", "amendMarker", **marker, expectedRevision=1, **asked)
    again = {"reviewOn": told.day(2 * REVIEWED_IN), "finding": "It still runs loose at times."}
    await told.do("manager", "reviewMarker", **marker, expectedRevision=2, **again)
    await told.record("worker", "setMarker", kind="PREMISES", reason="The stairs have no rail.", source="Seen at a visit", **until)
    await told.do("worker", "endMarker", markerId=told.kept_id("marker", "setMarker"), reason="The landlord has put up a rail.")


async def enters_wrongly(told: Told) -> None:
    """A note belonged to another family, which the manager confirms; another that was doubted was right."""
    words = {"kind": "TELEPHONE_CALL", "happenedOn": told.day()}
    await told.record("worker", "addNote", text="Rang about the boiler.", **words)
    wrong = told.kept_id("note", "addNote")
    await told.record("worker", "addNote", text="Rang about the school run.", **words)
    right = told.kept_id("note", "addNote")
    await told.do("worker", "markEnteredInError", recordId=wrong, reason="It is about another family.")
    await told.do("worker", "amendErrorMark", recordId=wrong, expectedRevision=1, reason="It is about another family of the same name.")
    await told.do("manager", "confirmEnteredInError", recordId=wrong, note="Written again on the right case.")
    await told.do("worker", "markEnteredInError", recordId=right, reason="Was it their school run?")
    await told.do("manager", "dismissErrorMark", recordId=right, note="It was theirs.")
