"""Who sees contacts, and their SQL."""

from sqlalchemy import ColumnElement, FromClause, and_, exists, or_, select

from service.access.actor import Actor
from service.access.standing import is_active
from service.access.visible import VISIBLE
from service.cases import loads, records
from service.cases.tables import CASE
from service.cases.visibility import of_visible_case
from service.contacts import rules
from service.contacts.tables import ANSWER, ATTEMPT
from service.requests.tables import REQUEST
from service.waits import writing as waits
from service.waits.tables import WaitKind

VISIBLE.of(ATTEMPT)(of_visible_case)


@VISIBLE.of(ANSWER)
def visible_answers(answer: FromClause, actor: Actor) -> ColumnElement[bool]:
    """See those of visible cases, and those to one's own request: of the case itself, a referrer sees nothing."""
    case, request = CASE.alias(), REQUEST.alias()
    of_case = select(case.c.id).where(case.c.id == answer.c.case_id, VISIBLE.predicate(case, CASE, actor))
    own = select(request.c.id).where(request.c.case_id == answer.c.case_id, request.c.requested_by == actor.id)
    return or_(exists(of_case.correlate_except(case)), and_(exists(own.correlate_except(request)), is_active(actor)))


LOAD = loads.loading("load case to record a contact")
LOAD_ATTEMPT, LOAD_ANSWER = records.loading_of(ATTEMPT), records.loading_of(ANSWER)
LOG_ATTEMPT, AMEND_ATTEMPT = records.adding(ATTEMPT), records.amending(ATTEMPT, *rules.ATTEMPT)
TELL_REFERRER = records.adding(ANSWER, waits.end(WaitKind.REFERRER_TO_BE_TOLD))
AMEND_ANSWER = records.amending(ANSWER, *rules.ANSWER)
