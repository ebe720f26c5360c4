"""What the council keeps of itself: closure days, names, a threshold document, a role that was a mistake, somebody who leaves."""

import datetime as dt

from service.deadlines.rules import day_in_london
from service.demo import names
from service.demo.cast import ADMINISTRATOR
from service.demo.teller import Teller

LABELS = {"label1": "Universal", "label2": "Early Help", "label3": "Targeted Help", "label4": "Specialist"}


async def housekeeping(teller: Teller, at: dt.datetime) -> None:
    """Keep the council's own record."""
    minutes = iter(at + dt.timedelta(minutes=n) for n in range(1, 30))

    async def do(key: str, mutation: str, **given: object) -> None:
        teller.ids[key] = await teller.do(key, ADMINISTRATOR.key, next(minutes), mutation, **given)

    await do("closure days", "amendCouncil", expectedVersion=1, closedOn=[f"{at.year}-12-{day}" for day in (29, 30, 31)])
    await do("locality", "amendLocality", localityId=teller.id("locality", "South"), expectedVersion=1, name="South and Coast")
    pastoral = {"teamId": teller.id("team", "Larkfield Pastoral Team"), "name": "Larkfield Pastoral Care"}
    await do("pastoral team", "amendTeam", expectedVersion=1, **pastoral)
    await do(
        "telephone", "amendPractitioner", practitionerId=teller.id("practitioner", "north_one"), expectedVersion=2, phone="01632 960011"
    )
    await do("mistaken role", "appoint", practitionerId=teller.id("practitioner", "second_administrator"), role="SERVICE_MANAGER")
    await do("mistake put right", "endAppointment", appointmentId=teller.id("appointment", "mistaken role"))
    await do("health's name", "amendAgency", agencyId=teller.id("agency", names.HEALTH), expectedVersion=1, phone="01632 960022")
    await do("thresholds", "addThresholdDocument", title="Thresholds, version 3", inForceFrom=day_in_london(at).isoformat(), **LABELS)
    document = {"documentId": teller.id("threshold", "thresholds"), "title": "The right help in Northmere, version 3"}
    await do("thresholds' title", "amendThresholdDocument", expectedVersion=1, **document)


async def leaves_the_council(teller: Teller, at: dt.datetime) -> None:
    """A triage worker leaves: the account ends, and every role with it."""
    leaver = {"practitionerId": teller.id("practitioner", "second_triage"), "expectedVersion": 2}
    await teller.do("leaver", ADMINISTRATOR.key, at, "endPractitioner", **leaver)
