"""Care with people, as rows: who is whose mother, warnings for visits, and wrong entries."""

import datetime as dt
from typing import Any
from uuid import UUID

Way = Any
"""A family of `bench.families`, whose rows these are."""

DAY = dt.timedelta(days=1)
WARNED, ABOUT_HER, TAKEN_OFF = 0.12, 0.5, 0.3
"""How many cases have a warning, how many of those are about the mother, and how many have ended."""
WRONG, LOOKED_AT = 0.03, 0.7
"""How many entries somebody says are wrong, and how many of those somebody else has confirmed."""


def related(of: Way) -> None:
    """Add that the mother is the mother of each child."""
    said = ("mother", "has", "birth", "She said so.", of.of.triage.id, of.opened, 1, None)
    for child in of.children:
        of.add("relationship", of.new_id(of.opened), child, of.mother, *said)


def warned(of: Way) -> None:
    """Add a warning for visits to some cases; some are to be looked at again by now, and some have ended."""
    dice, by = of.of.dice, of.of.triage.id
    if dice.random() > WARNED:
        return
    about = of.mother if dice.random() < ABOUT_HER else None
    ended = (of.opened + 20 * DAY, by, "The dog has gone.") if dice.random() < TAKEN_OFF else (None, None, None)
    review = (of.of.now + dice.uniform(-10, 80) * DAY).date()
    said = ("animal", "A dog that barks at strangers.", "The health visitor", of.opened.date(), True, review)
    of.add("marker", of.new_id(of.opened), of.case, about, *said, by, of.opened, *ended, 1, None)


def wrong(of: Way, noun: str, record: UUID, at: dt.datetime, by: UUID) -> dt.datetime | None:
    """Say of some entries that they are wrong; return since when one counts no more."""
    dice = of.of.dice
    if dice.random() > WRONG:
        return None
    whose = (None, record) if noun == "person" else (of.case, None)
    decided = ("confirmed", of.of.triage.id, at + 2 * DAY) if dice.random() < LOOKED_AT and by != of.of.triage.id else (None, None, None)
    of.add("error_mark", of.new_id(at), noun, record, *whose, "It is about another family.", by, at + DAY, *decided, 1)
    return decided[2]
