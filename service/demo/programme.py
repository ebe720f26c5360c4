"""Which stories are told, and how many cases went each way on either framework."""

from typing import NamedTuple

from service.demo import stories
from service.demo.stories import Story


class Entry(NamedTuple):
    """A story, how many families of each framework it is told of, and what the family must be like.

    `children`: how many it has at least. `helped`: for how many of them help is asked; all unless it is named.
    """

    story: Story
    early_help: int
    caf: int
    children: int = 1
    helped: int | None = None
    by: str | None = None


PROGRAMME: tuple[Entry, ...] = (
    Entry(stories.requested, 2, 1),
    Entry(stories.searched, 1, 1),
    Entry(stories.in_triage, 2, 1),
    Entry(stories.waits_for_approval, 1, 0),
    Entry(stories.looked_into, 1, 1),
    Entry(stories.awaiting_agreement, 3, 1),
    Entry(stories.apart, 1, 1, children=2, helped=1),
    Entry(stories.assessing, 2, 1),
    Entry(stories.written, 1, 1),
    Entry(stories.waits_for_social_care, 1, 1),
    Entry(stories.awaiting_sign_off, 2, 1),
    Entry(stories.returned, 1, 1),
    Entry(stories.planning, 1, 1),
    Entry(stories.planned, 1, 1),
    Entry(stories.plan_active, 2, 1),
    Entry(stories.plan_of_a_returned_one, 1, 0),
    Entry(stories.brought_forward, 1, 1),
    Entry(stories.put_right, 1, 1),
    Entry(stories.not_taken, 1, 1),
    Entry(stories.paused_in_assessment, 1, 1),
    Entry(stories.paused_in_plan, 1, 1),
    Entry(stories.reviewing, 1, 1),
    Entry(stories.reviewed, 1, 0),
    Entry(stories.continued, 1, 1),
    Entry(stories.new_outcome, 1, 0),
    Entry(stories.closure_declined, 1, 1),
    Entry(stories.drift_considered, 1, 0),
    Entry(stories.assessed_again, 1, 1),
    Entry(stories.needs_met, 1, 1),
    Entry(stories.came_back, 1, 0),
    Entry(stories.signposted, 1, 1),
    Entry(stories.advised, 1, 1),
    Entry(stories.no_plan_needed, 1, 1),
    Entry(stories.opened_in_error, 1, 1),
    Entry(stories.asked_twice, 1, 0),
    Entry(stories.request_withdrawn, 1, 1),
    Entry(stories.declined, 1, 1),
    Entry(stories.not_reached, 1, 1),
    Entry(stories.withdrew, 1, 1),
    Entry(stories.offered, 1, 0),
    Entry(stories.moved_away, 1, 1),
    Entry(stories.moved_without_transfer, 1, 0),
    Entry(stories.stepped_up, 1, 1),
    Entry(stories.level_four, 1, 0),
    Entry(stories.handed_over, 1, 0, by="triage"),
    Entry(stories.returned_to_social_care, 1, 1, by="triage"),
    Entry(stories.step_down_in_plan, 1, 0, by="triage"),
)
"""Every story, and how many families went that way on early help and on the common assessment framework."""
