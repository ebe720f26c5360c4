"""What tests of records around triage share: the records themselves, a threshold document, and what a case waits for."""

import datetime as dt
from typing import Any

from tests.functional.api import Api
from tests.functional.casework import Casework

TODAY = dt.date.today().isoformat()
IN_A_WEEK = (dt.date.today() + dt.timedelta(days=7)).isoformat()
LABELS = {"label1": "Universal", "label2": "Early Help", "label3": "Targeted Help", "label4": "Specialist"}
DECISION = "thresholdDecision { id level outcome needsApproval approvedAt approvedBy { name } document { title } children { level } }"


def add_document(api: Api) -> str:
    """Add a threshold document that is in force, if there is none; return its id."""
    if found := api.sql("SELECT 'threshold_' || id FROM threshold_document"):
        return str(found[0][0])
    given = {"title": "Northmere thresholds, version 3", "inForceFrom": TODAY, **LABELS}
    return str(api.do("administrator", "addThresholdDocument", "thresholdDocument { id }", **given)["id"])


def deciding(family: Casework, level: int, outcome: str, **more: Any) -> dict[str, Any]:
    """Return the input of a decision that finds both children at one level."""
    levels = [{"personId": child, "level": level} for child in family.children]
    return {"caseId": family.case, "basis": "REQUEST", "levels": levels, "outcome": outcome, "reasons": "Section 4.", **more}


def decide(family: Casework, level: int, outcome: str, who: str = "triage", **more: Any) -> dict[str, Any]:
    """Make a threshold decision; return it."""
    return family.api.do(who, "recordThreshold", DECISION, **deciding(family, level, outcome, **more))


def find_early_help(family: Casework) -> None:
    """Decide on the request that the family needs an early help assessment."""
    add_document(family.api)
    decide(family, 2, "EARLY_HELP_ASSESSMENT")


def find_universal(family: Casework) -> None:
    """Decide on the request that universal services are enough."""
    add_document(family.api)
    decide(family, 1, "UNIVERSAL")


def find_level(family: Casework) -> None:
    """Decide the level of need on the assessment, for every child whose help goes on."""
    add_document(family.api)
    asked = "SELECT 'person_' || person_id AS id FROM case_child WHERE 'case_' || case_id = $1 AND ended_at IS NULL"
    levels = [{"personId": child["id"], "level": 2} for child in family.api.sql(asked, family.case)]
    decide(family, 2, "EARLY_HELP_ASSESSMENT", "manager", basis="ASSESSMENT", levels=levels)


def search(family: Casework) -> None:
    """Check whether somebody already helps the family."""
    family.record("triage", "checkInvolvement", "involvementCheck")


def tell_referrer(family: Casework) -> None:
    """Tell the person who asked for help what was decided."""
    said = {"said": "We will meet the family.", "means": "TELEPHONE", "toldOn": TODAY}
    family.record(family.keeper(), "tellReferrer", "referrerAnswer", **said)


def check_safety(family: Casework) -> None:
    """Record that no child would be at risk without this help."""
    said = {"atRisk": "NO", "risk": "None that is known.", "done": "The school keeps an eye on them."}
    family.record(family.keeper(), "recordSafeguardingCheck", "safeguardingCheck", **said)


def try_to_reach(family: Casework) -> None:
    """Log three attempts to reach the family, on three days and by two ways."""
    for ago, means in ((3, "TELEPHONE"), (2, "LETTER"), (1, "TELEPHONE")):
        tried_on = (dt.date.today() - dt.timedelta(days=ago)).isoformat()
        family.record(family.keeper(), "logContactAttempt", "contactAttempt", triedOn=tried_on, means=means, reached=False)


def tell_family(family: Casework) -> None:
    """Tell the family that the case is ending."""
    family.record(family.keeper(), "tellFamily", "familyTold", toldOn=TODAY, how="At home, together.")


def sum_up(family: Casework) -> None:
    """Write the closing summary."""
    said = {"whatIsBetter": "They sleep, and come to school.", "whoHelps": "Their aunt, and the school."}
    family.record("worker", "writeClosingSummary", "closingSummary", **said)


def end_early(family: Casework, reason: str = "MOVED_NO_TRANSFER") -> None:
    """End the case for another reason, after what that asks for."""
    check_safety(family)
    tell_referrer(family)
    family.step("manager", "endCaseEarly", reason=reason, note="They moved.")


def pause(family: Casework, who: str = "worker", until: str = IN_A_WEEK) -> None:
    """Pause the case at the mother's request, after a safeguarding check."""
    check_safety(family)
    family.step(who, "pauseCase", askedById=family.mother, why="A funeral abroad.", pauseUntil=until)


def waits(family: Casework, who: str = "front_door_manager") -> list[dict[str, Any]]:
    """Return what the case waits for, as somebody sees it."""
    asked = "query($id: ID!) { case(id: $id) { waits { kind title on isLate } } }"
    found: list[dict[str, Any]] = family.api.ask(who, asked, id=family.case)["case"]["waits"]
    return found


def kinds(family: Casework, who: str = "front_door_manager") -> list[str]:
    """Return the kinds of what the case waits for."""
    return sorted(each["kind"] for each in waits(family, who))
