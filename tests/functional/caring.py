"""What tests of care with people share: a warning, a telephone number, and other records, each entered as a worker enters them."""

import datetime as dt
from typing import Any

from tests.functional.api import Api
from tests.functional.families import Family

TODAY = dt.date.today()
SOON, LATE = (TODAY + dt.timedelta(days=days) for days in (60, 200))

MARKER = "marker { id kind reason source knownOn familyTold whyNotTold reviewOn isReviewDue isInForce revision endReason finding }"
NEEDS = "accessNeeds { id language interpreterNeeded communication physicalAccess notedOn holdsNow revision }"
DETAIL = "contactDetail { id kind value note audience isInUse revision endReason case { id } safeContact { unsafe } }"
SAFE = "safeContact { id preferred unsafe notSharedWith source saidOn holdsNow revision endReason revisions { revision unsafe reason } }"
RELATIONSHIP = "relationship { id kind responsibility basis fromOn untilOn source revision child { id } relative { id } }"
MARK = "errorMark { id noun recordId reason insteadId outcome note revision markedBy { name } decidedBy { name } }"

Refusals = list[tuple[str, str | None, list[str]]]


def refused(api: Api, who: str, mutation: str, selection: str, given: dict[str, Any]) -> Refusals:
    """Try what must be refused; return codes, reasons and fields."""
    return [(each["code"], each["reason"], each["path"]) for each in api.refused(who, mutation, selection, **given)]


def warning(home: Family, **more: Any) -> dict[str, Any]:
    """Return the input of a marker."""
    told = {"familyTold": True, "reviewOn": SOON.isoformat()}
    return {"caseId": home.case, "kind": "ANIMAL", "reason": "A large dog, loose in the yard.", "source": "The postman", **told, **more}


def set_marker(home: Family, who: str = "worker", **more: Any) -> str:
    """Set a marker; return its id."""
    return str(home.api.do(who, "setMarker", MARKER, **warning(home, **more))["id"])


def number(person: str, **more: Any) -> dict[str, Any]:
    """Return the input of a telephone number."""
    return {"personId": person, "kind": "TELEPHONE", "value": "01632 960123", "audience": "EVERYBODY", **more}


def add_number(api: Api, person: str, who: str = "worker", **more: Any) -> str:
    """Record a telephone number; return its id."""
    return str(api.do(who, "addContactDetail", DETAIL, **number(person, **more))["id"])


def record_safe(api: Api, person: str, who: str = "worker", **more: Any) -> str:
    """Record that one must not write to somebody; return its id."""
    said = {"unsafe": "Do not write: he opens the post.", "source": "Herself"}
    return str(api.do(who, "recordSafeContact", SAFE, personId=person, **{**said, **more})["id"])


def record_needs(api: Api, person: str, who: str = "worker", **more: Any) -> str:
    """Record that somebody needs an interpreter; return its id."""
    said = {"language": "Polish", "interpreterNeeded": True}
    return str(api.do(who, "recordAccessNeeds", NEEDS, personId=person, **{**said, **more})["id"])


def related(child: str, relative: str, **more: Any) -> dict[str, Any]:
    """Return the input of a father who has parental responsibility."""
    has = {"responsibility": "HAS", "basis": "BIRTH_REGISTRATION", "source": "The birth certificate was seen."}
    return {"personId": child, "relativeId": relative, "kind": "FATHER", **has, **more}


def relate(api: Api, child: str, relative: str, who: str = "worker", **more: Any) -> str:
    """Record a father with parental responsibility; return the relationship's id."""
    return str(api.do(who, "recordRelationship", RELATIONSHIP, **related(child, relative, **more))["id"])


def mark(api: Api, record: str, who: str = "worker", **more: Any) -> dict[str, Any]:
    """Say that an entry is wrong; return the mark."""
    return api.do(who, "markEnteredInError", MARK, recordId=record, **{"reason": "The wrong family.", **more})


def strike(api: Api, record: str, who: str = "worker", by: str = "manager") -> dict[str, Any]:
    """Say that an entry is wrong, and confirm it as somebody else; return the mark."""
    mark(api, record, who)
    return api.do(by, "confirmEnteredInError", MARK, recordId=record)


def details_of(api: Api, person: str, who: str) -> Any:
    """Return what somebody sees of a person by their id; None where they see nobody."""
    asked = (
        "query($id: ID!) { node(id: $id) { ... on Person { id version contactDetails { value } safeContact { unsafe } "
        "accessNeeds { language } relatives { kind relative { id } } children { kind child { id } } } } }"
    )
    return api.ask(who, asked, id=person)["node"]
