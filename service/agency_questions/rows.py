"""Who sees a question to an agency, and the SQL of questions."""

from typing import Any

from sqlalchemy import exists, or_, select

from service.access.visible import VISIBLE
from service.agencies.tables import AGENCY
from service.agency_questions import rules
from service.agency_questions.tables import QUESTION
from service.cases import loads, records
from service.cases.visibility import of_visible_case
from service.journal.statements import param
from service.waits import writing as waits
from service.waits.tables import WAIT, WaitKind

VISIBLE.of(QUESTION)(of_visible_case)


def agency_found(_case: Any) -> Any:
    """Tell whether there is an agency by an id."""
    return exists(select(AGENCY.c.id).where(AGENCY.c.id == param("agency_id", AGENCY.c.id)))


ANSWERED = or_(*(param(f"{QUESTION.name}_{name}", QUESTION.c[name]).is_not(None) for name in ("answer", "entered_wrongly")))
OF_QUESTION = WAIT.c.about == param("record_id", QUESTION.c.id)
LOAD = loads.loading("load case to ask an agency", agency_found=agency_found, **loads.SETTINGS)
LOAD_QUESTION = records.loading_of(QUESTION)
ASK = records.adding(QUESTION, waits.begin(WaitKind.INVOLVEMENT_ANSWER))
AMEND = records.amending(QUESTION, *rules.EDITABLE, others=(waits.end(WaitKind.INVOLVEMENT_ANSWER, OF_QUESTION, ANSWERED),))
