"""Who sees a transfer, and the SQL of transfers."""

from typing import Any

from sqlalchemy import select

from service.access.visible import VISIBLE
from service.cases import loads, records
from service.cases.visibility import of_visible_case
from service.council.tables import COUNCIL
from service.households.rows import family
from service.journal.statements import param
from service.transfers import rules
from service.transfers.tables import CHASER, CONSENT, OFFER
from service.waits import writing as waits
from service.waits.tables import WAIT, WaitKind

for table in (CONSENT, OFFER, CHASER):
    VISIBLE.of(table)(of_visible_case)


def own_code(_case: Any) -> Any:
    """Write the council's own code."""
    return select(COUNCIL.c.code).scalar_subquery()


OF_OFFER = WAIT.c.about == param("record_id", OFFER.c.id)
LOAD_TO_ASK = loads.loading("load case to record a transfer consent", family=family)
LOAD_TO_OFFER = loads.loading("load case to offer a transfer", own_code=own_code, **loads.SETTINGS)
LOAD_OFFER = records.loading_of(OFFER, own_code=own_code)
LOAD_CONSENT, LOAD_CHASER = records.loading_of(CONSENT, family=family), records.loading_of(CHASER)
RECORD_CONSENT, AMEND_CONSENT = records.adding(CONSENT), records.amending(CONSENT, *rules.CONSENT)
OFFER_CASE = records.adding(OFFER, waits.end(WaitKind.RECEIVING_COUNCIL), waits.begin(WaitKind.RECEIVING_COUNCIL))
CHASE, AMEND_CHASER = records.adding(CHASER), records.amending(CHASER, *rules.CHASER)
ANSWER = param(f"{OFFER.name}_answer", OFFER.c.answer)
AMEND_OFFER = records.amending(OFFER, *rules.EDITABLE, others=(waits.end(WaitKind.RECEIVING_COUNCIL, OF_OFFER, ANSWER.is_not(None)),))
