"""What the council keeps of itself: closure days, names, a threshold document, a role that was a mistake, somebody who leaves."""

import datetime as dt
from collections.abc import Awaitable, Callable

from service.deadlines.rules import DAY, day_in_london
from service.demo import names
from service.demo.cast import ADMINISTRATOR
from service.demo.teller import Teller

LABELS = {"label1": "Universal", "label2": "Early Help", "label3": "Targeted Help", "label4": "Specialist"}


async def housekeeping(teller: Teller, at: dt.datetime) -> None:
    """Keep the council's own record."""
    minutes = iter(at + dt.timedelta(minutes=n) for n in range(1, 30))

    async def do(key: str, mutation: str, **given: object) -> None:
        teller.ids[key] = await teller.do(key, ADMINISTRATOR.key, next(minutes), mutation, **given)

    await do("council's code", "amendCouncil", expectedVersion=1, code=names.CODE)
    await settings(teller, do, day_in_london(at))
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


async def settings(teller: Teller, do: Callable[..., Awaitable[None]], today: dt.date) -> None:
    """Set the closure days; plan another cycle of reviews and put that off; think better of another plan."""
    versions = iter(range(2, 10))

    async def put(key: str, name: str, why: str, day: dt.date, **value: object) -> None:
        await do(key, "setSetting", expectedVersion=next(versions), name=name, validFrom=day.isoformat(), reason=why, **value)

    days = [f"{today.year}-12-{day}" for day in (29, 30, 31)]
    soon, later = (today + DAY * n for n in (7, 14))
    await put("closure days", "calendar.extra_closed_days", "The council closes between Christmas and New Year.", today, days=days)
    await put("review cycle", "reviews.later", "Families asked to meet more often.", soon, number=10)
    why = "Team managers need another week to prepare."
    cycle = {"settingId": teller.id("setting", "review cycle"), "expectedVersion": next(versions)}
    await do("review cycle later", "amendSetting", validFrom=later.isoformat(), reason=why, **cycle)
    await put("longer pauses", "pause.limit", "Asked for by the South team.", soon, number=8)
    pauses = {"settingId": teller.id("setting", "longer pauses"), "expectedVersion": next(versions)}
    await do("no longer pauses", "withdrawSetting", reason="The board prefers two short pauses.", **pauses)


async def leaves_the_council(teller: Teller, at: dt.datetime) -> None:
    """A triage worker leaves: the account ends, and every role with it."""
    leaver = {"practitionerId": teller.id("practitioner", "second_triage"), "expectedVersion": 2}
    await teller.do("leaver", ADMINISTRATOR.key, at, "endPractitioner", **leaver)
