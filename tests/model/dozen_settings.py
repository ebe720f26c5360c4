"""What the council of the dozen cases has set: values of every form, some of a locality, changed, planned, withdrawn and given up again."""

from typing import Any

from tests.functional.configuring import put, version
from tests.functional.council import gid
from tests.model.inside import Inside


def settle(service: Inside) -> None:
    """Set what the cases are held to from their first day."""
    put(service, "pause.times", number=1)
    put(service, "pause.times", number=4, localityId=gid("locality", "South"))
    put(service, "reviews.first", number=7)
    put(service, "reviews.later", number=13, localityId=gid("locality", "North"))
    put(service, "contact.days", number=2)


def settle_anew(service: Inside) -> None:
    """Set more while cases are under way, whose cycles keep what was set as they began; plan something, and plan it no longer."""
    put(service, "reviews.first", number=5)
    put(service, "rereferral.months", number=6)
    put(service, "contact.attempts", number=5)
    put(service, "contact.days", useDefault=True)
    put(service, "calendar.day_of_entry_is_day_one", flag=True)
    put(service, "calendar.extra_closed_days", days=["2027-12-29", "2027-12-30"])
    put(service, "calendar.roll", text="forward")
    put(service, "closure_reasons.in_use", about="OPENED_IN_ERROR", flag=False)
    put(service, "closure_reasons.label", about="NEEDS_MET", text="All is well")
    put(service, "notices.told", about="due_soon", words=["worker", "lead"])
    put(service, "pause.times", number=0, ahead=9)
    withdrawn = put(service, "contact.ways", number=3, ahead=4)
    given: dict[str, Any] = {"settingId": withdrawn["id"], "expectedVersion": version(service), "reason": "Too much."}
    service.do("administrator", "withdrawSetting", "setting { id }", **given)
