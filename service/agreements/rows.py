"""Who sees an agreement, and the SQL of agreements."""

from typing import Any

from sqlalchemy import Uuid, bindparam, insert, select, update

from service.agreements.tables import AGREEMENT
from service.cases import loads, writes
from service.cases.tables import CASE
from service.cases.visibility import part_of_case
from service.households.rows import family
from service.journal.statements import param, params, whole
from service.journal.transaction import AT, recorded

part_of_case(AGREEMENT)

THE_AGREEMENT = AGREEMENT.c.id == bindparam("agreement_id", type_=Uuid())


def the_agreement(_case: Any) -> Any:
    """Write the agreement that is to be withdrawn, as JSON."""
    return whole(AGREEMENT, THE_AGREEMENT)


ITS_CASE = CASE.c.id == select(AGREEMENT.c.case_id).where(THE_AGREEMENT).scalar_subquery()
LOAD = loads.loading("load case to record an agreement", family=family)
LOAD_OF_AGREEMENT = loads.loading("load case of agreement", ITS_CASE, agreement=the_agreement, family=family)
RECORD_AGREEMENT = recorded("record agreement", writes.changed(), insert(AGREEMENT).values(params(AGREEMENT, "agreement")))
WITHDRAWN = {name: param(name, AGREEMENT.c[name]) for name in ("withdrawn_by", "withdrawn_how")}
WITHDRAW_AGREEMENT = recorded(
    "withdraw agreement", writes.changed(), update(AGREEMENT).where(THE_AGREEMENT).values(withdrawn_at=AT, **WITHDRAWN)
)
