"""People who may be recorded twice, for tests."""

from typing import Any

from tests.functional.api import Api

DECISION = "duplicateDecision { id revision same reason person { id } other { id } }"


def add(api: Api, name: str, family_name: str = "Harlow", **more: Any) -> str:
    """Add somebody whom only the practitioner of the South sees."""
    given = {"givenName": name, "familyName": family_name, "kind": "CHILD", "sex": "UNKNOWN", "birthDate": "2018-03-05", **more}
    return str(api.do("southerner", "addPerson", "person { id }", **given)["id"])
