"""The milestones across states: from which event to which, and the default limit of each. Pure."""

from collections.abc import Mapping
from typing import NamedTuple

from workflows.kit import Clock


class Milestone(NamedTuple):
    """A stretch of a case from one event to another, and how long it should take."""

    title: str
    begins: str
    ends: str
    clock: Clock
    n: int


MILESTONES: Mapping[str, Milestone] = {
    "assessment_completed": Milestone("Assessment completed", "AssessmentStarted", "AssessmentSubmitted", Clock.WORKING_DAYS, 10),
    "conclusions_shared": Milestone("Conclusions shared with the family", "AssessmentStarted", "ConclusionsShared", Clock.WORKING_DAYS, 15),
    "first_review": Milestone("First review", "AssessmentSignedOff", "ReviewRecorded", Clock.CALENDAR_WEEKS, 6),
    "full_reassessment": Milestone(
        "Full re-assessment if outcomes are not met", "PlanStarted", "ReassessmentStarted", Clock.CALENDAR_MONTHS, 12
    ),
}
"""Each can be limited apart in each workflow."""
