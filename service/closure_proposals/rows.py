"""Who sees a proposal to close a case, and the SQL of proposals."""

from service.access.visible import VISIBLE
from service.cases import loads, records
from service.cases.visibility import of_visible_case
from service.closure_proposals import rules
from service.closure_proposals.tables import PROPOSAL
from service.journal.statements import param
from service.journal.transaction import AT
from service.waits import writing as waits
from service.waits.tables import WaitKind

VISIBLE.of(PROPOSAL)(of_visible_case)

LOAD = loads.loading("load case to propose its closure", **loads.SETTINGS)
LOAD_PROPOSAL = records.loading_of(PROPOSAL)
PROPOSE = records.adding(PROPOSAL, waits.begin(WaitKind.CLOSURE_AGREEMENT))
WITHDRAWN = param(f"{PROPOSAL.name}_withdrawn", PROPOSAL.c.withdrawn)
AMEND = records.amending(PROPOSAL, *rules.EDITABLE, others=(waits.end(WaitKind.CLOSURE_AGREEMENT, WITHDRAWN.is_not(None)),))
SAID = {name: param(name, PROPOSAL.c[name]) for name in ("agreed", "answer_note", "answered_by")}
ANSWER = records.changing("answer closure proposal", PROPOSAL, {**SAID, "answered_at": AT}, waits.end(WaitKind.CLOSURE_AGREEMENT))
