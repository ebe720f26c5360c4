"""Who sees concerns and social care's decisions, and the SQL of what is done with them afterwards."""

from sqlalchemy import null, select, update

from service.access.visible import VISIBLE
from service.cases import records
from service.cases.visibility import of_visible_case
from service.concerns import rules
from service.concerns.facts import is_open
from service.concerns.tables import CHASER, CONCERN, SOCIAL_CARE
from service.journal.statements import constant, param
from service.journal.transaction import STREAM_ID
from service.waits import writing as waits
from service.waits.tables import WAIT, WaitKind

for table in (CONCERN, CHASER, SOCIAL_CARE):
    VISIBLE.of(table)(of_visible_case)


def decided(concern: object) -> object:
    """Tell whether a concern has its decision, so that nobody needs to be chased."""
    return select(~is_open(CONCERN)).where(records.the_record(CONCERN)).scalar_subquery()


LOAD_CONCERN, LOAD_DECISION = records.loading_of(CONCERN, is_decided=decided), records.loading_of(SOCIAL_CARE)
LOAD_CHASER = records.loading_of(CHASER)
CHASE, AMEND_CHASER = records.adding(CHASER), records.amending(CHASER, *rules.CHASER)
WRONG = param("concern_entered_wrongly", CONCERN.c.entered_wrongly)
AMEND_CONCERN = records.amending(
    CONCERN,
    *rules.CONCERN,
    others=(waits.end(WaitKind.SOCIAL_CARE_DECISION, WAIT.c.about == param("record_id", CONCERN.c.id), WRONG.is_not(None)),),
)
WAITS_AGAIN = select(CONCERN.c.id).where(
    CONCERN.c.case_id == STREAM_ID,
    CONCERN.c.entered_wrongly.is_(None),
    CONCERN.c.child_ids.op("&&")(param("social_care_decision_child_ids", SOCIAL_CARE.c.child_ids)),
    CONCERN.c.sent_at <= param("social_care_decision_recorded_at", SOCIAL_CARE.c.recorded_at),
)
RESUME_WAITING = (
    update(WAIT)
    .where(
        WAIT.c.case_id == STREAM_ID,
        WAIT.c.kind == constant(WaitKind.SOCIAL_CARE_DECISION),
        WAIT.c.about.in_(WAITS_AGAIN),
        param("social_care_decision_entered_wrongly", SOCIAL_CARE.c.entered_wrongly).is_not(None),
    )
    .values(ended_at=null())
)
"""A decision that was entered wrongly answers nothing: what it answered waits again, with the clock that it had."""

AMEND_DECISION = records.amending(SOCIAL_CARE, *rules.DECISION, others=(RESUME_WAITING,))
