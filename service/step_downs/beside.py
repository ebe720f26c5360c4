"""What the start of a plan writes beside its own event, when the family came from social care: that social care may close its case."""

from sqlalchemy import update

from service.journal.transaction import AT, STREAM_ID
from service.step_downs.tables import STEP_DOWN
from service.waits import writing as waits
from service.waits.tables import WaitKind

COMPLETED = "HandoverCompleted"
PARTS = (
    update(STEP_DOWN).where(STEP_DOWN.c.case_id == STREAM_ID, STEP_DOWN.c.handed_over_at.is_(None)).values(handed_over_at=AT),
    waits.end(WaitKind.SOCIAL_CARE_HANDOVER),
)
