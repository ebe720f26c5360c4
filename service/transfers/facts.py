"""What guards look at of a transfer to another council, in SQL. The last answer of the family and the last offer count."""

from typing import Any

from sqlalchemy import ColumnElement, Date, FromClause, and_, cast, false, func, literal_column, or_, select

from service.journal.statements import constant, number
from service.transfers.rules import CHASERS
from service.transfers.tables import CHASER, CONSENT, OFFER, CouncilAnswer, TransferBasis

Sql = ColumnElement[Any]
TABLES = (CONSENT, OFFER, CHASER)
GROUNDS = [constant(TransferBasis.AGREED), constant(TransferBasis.SAFEGUARDING)]
TAKEN_IN = [constant(CouncilAnswer.ACCEPTED), constant(CouncilAnswer.ACKNOWLEDGED)]


def transfer_consent(row: FromClause, now: Sql) -> Sql:
    """Tell whether the family agreed to pass the record on, or a safeguarding reason is recorded."""
    last = CONSENT.alias()
    found = select(last.c.basis.in_(GROUNDS)).where(last.c.case_id == row.c.id)
    answer = found.order_by(last.c.recorded_at.desc(), last.c.id.desc()).limit(number(1)).correlate_except(last).scalar_subquery()
    return func.coalesce(answer, false())


def of_offer(row: FromClause, write: Any) -> Sql:
    """Write something of the last offer of a case."""
    offer = OFFER.alias()
    found = select(write(offer)).where(offer.c.case_id == row.c.id).order_by(offer.c.offered_at.desc(), offer.c.id.desc())
    return found.limit(number(1)).correlate_except(offer).scalar_subquery()


def receiving_council(row: FromClause, now: Sql) -> Sql:
    """Write the code of the council that was asked last; null without one."""
    return of_offer(row, lambda offer: offer.c.council)


def transfer_answered(row: FromClause, now: Sql) -> Sql:
    """Tell whether the other council took the offer in; or it was chased twice, and its ten working days are over without an answer."""

    def answered(offer: Any) -> Any:
        chaser = CHASER.alias()
        counts = [chaser.c.offer_id == offer.c.id, chaser.c.entered_wrongly.is_(None)]
        sent = select(func.count()).select_from(chaser).where(*counts).correlate_except(chaser).scalar_subquery()
        unanswered = and_(offer.c.answer.is_(None), sent >= number(CHASERS), offer.c.wait_until <= now)
        return or_(func.coalesce(offer.c.answer.in_(TAKEN_IN), false()), unanswered)

    return func.coalesce(of_offer(row, answered), false())


def transfer_wait_until(row: FromClause, now: Sql) -> Sql:
    """Write the last day, in London, on which the other council is waited for; null without an offer."""
    instant: Any = literal_column("interval '1 microsecond'")
    return of_offer(row, lambda offer: cast(func.timezone(constant("Europe/London"), offer.c.wait_until - instant), Date))
