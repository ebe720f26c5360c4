"""The sheet of facts about a case that the guards of its workflow version look at, as JSON, in one fragment of SQL."""

from collections.abc import Callable, Mapping
from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_, case, func, not_, or_, select

from service.assessments import facts as assessments
from service.cases import facts as own
from service.closing_summaries import facts as closing_summaries
from service.concerns import facts as concerns
from service.configuration import facts as configuration
from service.contacts import facts as contacts
from service.duplicates import facts as duplicates
from service.involvement import facts as involvement
from service.journal.statements import constant, number
from service.linked_cases import facts as linked_cases
from service.meetings import facts as meetings
from service.plans import facts as plans
from service.reviews import facts as reviews
from service.safeguarding import facts as safeguarding
from service.step_downs import facts as step_downs
from service.thresholds import facts as thresholds
from service.transfers import facts as transfers
from workflows import WORKFLOWS

Sql = ColumnElement[Any]
NOUNS = (
    assessments, own, closing_summaries, concerns, configuration, contacts, duplicates, involvement, linked_cases, meetings, plans,
    reviews, safeguarding, step_downs, thresholds, transfers,
)  # fmt: skip
TABLES = tuple(table for noun in NOUNS for table in noun.TABLES)
"""What the fragments enter: the guards judge the whole truth, whoever asks."""

Fragment = Callable[[FromClause, Sql], Sql]
OF_NOUNS: tuple[Fragment, ...] = (
    assessments.open_assessment,
    assessments.conclusions_shared,
    closing_summaries.closing_summary,
    closing_summaries.family_told,
    concerns.escalation_open,
    concerns.escalation_sent_on,
    concerns.escalation_decision,
    concerns.escalation_decided_on,
    concerns.children_not_taken,
    configuration.pauses_begun,
    configuration.settings,
    contacts.referrer_told,
    contacts.contact_attempts,
    duplicates.unresolved_duplicates,
    involvement.involvement_checked,
    linked_cases.siblings_unconsidered,
    linked_cases.open_assessment_elsewhere,
    meetings.meeting_held,
    plans.outcomes_with_actions,
    plans.open_actions,
    reviews.review_limit,
    reviews.review_recorded,
    reviews.agreement_reconfirmed,
    reviews.outcomes_achieved_share,
    safeguarding.safeguarding_check,
    step_downs.came_by_step_down,
    step_downs.social_care_open,
    thresholds.threshold_outcome,
    thresholds.threshold_approved,
    transfers.transfer_consent,
    transfers.receiving_council,
    transfers.transfer_answered,
    transfers.transfer_wait_until,
)
OF_VERSIONS: Mapping[tuple[str, int], tuple[Fragment, ...]] = {
    ("early-help", 1): (
        thresholds.level_after_assessment,
        plans.unanswered_needs,
        reviews.reviews_without_movement,
        reviews.drift_considered,
    ),
    ("caf", 1): (),
}
"""The fragments of some versions beside those of all; each is called like the fact that it writes, which is null for any other version."""
assert OF_VERSIONS.keys() == WORKFLOWS.keys()


def facts(row: FromClause, now: Sql) -> Sql:
    """Write the facts of a case as JSON. Each fragment stands in the statement once, or PostgreSQL would set it up for each version."""
    child = own.children(row, now)
    of_case: Mapping[str, Sql] = {
        "children": own.names(child),
        "birth_dates": own.birth_dates(row),
        "agreement_missing_for": own.names(child, not_(child.c.stands)),
        "agreement_in_force_for": own.names(child, child.c.stands),
        "agreement_ended_recorded": own.agreement_was_ended(row),
        "allocated": own.has_worker(row),
        "lead_professional": own.lead_now(row),
        "paused_from": row.c.paused_from,
        "next_review_on": row.c.next_review_on,
        "assessment_signed_off": own.was_assessed(row),
        "death_dated": own.some_child_has(row, "died_on"),
        "ehc_plan_dated": own.some_child_has(row, "ehc_plan_on"),
    }
    of_nouns = {each.__name__: each(row, now) for each in OF_NOUNS}
    of_some = {each.__name__: case((looked_at(each, row), each(row, now))) for each in chain.from_iterable(OF_VERSIONS.values())}
    said = {**of_case, **of_nouns, **of_some}
    written = func.json_build_object(*(part for name, fact in said.items() for part in (constant(name), fact)))
    return select(written).select_from(child).correlate_except(child).scalar_subquery()


def looked_at(fragment: Fragment, row: FromClause) -> ColumnElement[bool]:
    """Tell whether a case stays on a version whose guards look at what a fragment writes."""
    versions = [version for version, fragments in OF_VERSIONS.items() if fragment in fragments]
    return or_(*(and_(row.c.workflow == constant(key), row.c.workflow_version == number(n)) for key, n in versions))
