"""Who sees the end of a case in words, and the SQL of it."""

from sqlalchemy import Uuid, bindparam, insert, select, update

from service.access.visible import VISIBLE
from service.cases import loads, writes
from service.cases.tables import CASE
from service.cases.visibility import of_visible_case
from service.closing_summaries.rules import EDITABLE
from service.closing_summaries.tables import CLOSING_SUMMARY, FAMILY_TOLD
from service.journal.statements import param, params
from service.journal.transaction import AT, recorded
from service.plans.rows import as_json

VISIBLE.of(CLOSING_SUMMARY)(of_visible_case)
VISIBLE.of(FAMILY_TOLD)(of_visible_case)

THE_SUMMARY = CLOSING_SUMMARY.c.id == bindparam("summary_id", type_=Uuid())
ITS_CASE = CASE.c.id == select(CLOSING_SUMMARY.c.case_id).where(THE_SUMMARY).scalar_subquery()
LOAD_OF_SUMMARY = loads.loading("load case of closing summary", ITS_CASE, summary=as_json(CLOSING_SUMMARY, THE_SUMMARY))

WRITE_SUMMARY = recorded("write closing summary", writes.changed(), insert(CLOSING_SUMMARY).values(params(CLOSING_SUMMARY, "summary")))
REWRITTEN = {name: param(f"summary_{name}", CLOSING_SUMMARY.c[name]) for name in (*EDITABLE, "written_by", "revision")}
AMEND_SUMMARY = recorded(
    "amend closing summary", writes.changed(), update(CLOSING_SUMMARY).where(THE_SUMMARY).values(written_at=AT, **REWRITTEN)
)
TELL_FAMILY = recorded("tell family", writes.changed(), insert(FAMILY_TOLD).values(params(FAMILY_TOLD, "told")))
