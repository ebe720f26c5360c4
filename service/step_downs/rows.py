"""Who sees a step-down, and the SQL of step-downs."""

from typing import Any

from sqlalchemy import exists, select

from service.access.visible import VISIBLE
from service.cases import loads, records
from service.cases.visibility import of_visible_case
from service.configuration.facts import in_force
from service.journal.statements import param
from service.practitioners.tables import PRACTITIONER
from service.requests.tables import REQUEST
from service.step_downs import rules
from service.step_downs.tables import STEP_DOWN
from service.waits import writing as waits
from service.waits.tables import WaitKind

VISIBLE.of(STEP_DOWN)(of_visible_case)


def source(case: Any) -> Any:
    """Write where the request came from that opened a case."""
    return select(REQUEST.c.source).where(REQUEST.c.case_id == case.c.id).correlate_except(REQUEST).scalar_subquery()


def worker_is_active(_case: Any) -> Any:
    """Tell whether the social worker named, if any, has an account in force."""
    worker = PRACTITIONER.alias()
    named = worker.c.id == param("social_worker_id", worker.c.id)
    return exists(select(worker.c.id).where(named, worker.c.ended_at.is_(None)).correlate_except(worker))


def set_then(case: Any) -> Any:
    """Write what the council had set when the step-down was recorded: the wait of that day is counted by it."""
    recorded_at = select(STEP_DOWN.c.recorded_at).where(records.the_record(STEP_DOWN)).scalar_subquery()
    return in_force(recorded_at, case.c.locality_id)


CLOSED = param(f"{STEP_DOWN.name}_social_care_closed_on", STEP_DOWN.c.social_care_closed_on)
LOAD = loads.loading("load case to record a step-down", source=source, is_active=worker_is_active, **loads.SETTINGS)
LOAD_STEP_DOWN = records.loading_of(STEP_DOWN, source=source, is_active=worker_is_active, settings=set_then)
ADD = records.adding(STEP_DOWN, waits.begin(WaitKind.SOCIAL_CARE_HANDOVER))
AMEND = records.amending(
    STEP_DOWN,
    *rules.EDITABLE,
    others=(waits.end(WaitKind.SOCIAL_CARE_HANDOVER, CLOSED.is_not(None)), waits.begin(WaitKind.SOCIAL_CARE_HANDOVER)),
)
