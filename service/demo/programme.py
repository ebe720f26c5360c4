"""Which stories are told, and how many cases went each way on either framework."""

from typing import NamedTuple

from service.demo import slips, stories
from service.demo.stories import Story


class Entry(NamedTuple):
    """A story, how many families of each framework it is told of, and what the family must be like.

    `children`: how many it has at least. `helped`: for how many of them help is asked; all unless it is named. `by`: who asks for it.
    `has_ended`: the case may have ended long ago. `may_expect`: a child may still be to be born.
    """

    story: Story
    early_help: int
    caf: int
    children: int = 1
    helped: int | None = None
    by: str | None = None
    has_ended: bool = False
    may_expect: bool = True


GOING_ON = (
    Entry(stories.requested, 9, 6),
    Entry(stories.searched, 5, 3),
    Entry(stories.in_triage, 6, 3),
    Entry(stories.waits_for_approval, 4, 2),
    Entry(stories.looked_into, 4, 3, may_expect=False),
    Entry(stories.awaiting_agreement, 8, 5),
    Entry(stories.apart, 3, 2, children=2, helped=1),
    Entry(stories.assessing, 8, 5),
    Entry(stories.written, 5, 3),
    Entry(stories.waits_for_social_care, 3, 2),
    Entry(stories.awaiting_sign_off, 6, 4),
    Entry(stories.returned, 4, 3),
    Entry(stories.planning, 5, 3),
    Entry(stories.planned, 5, 3),
    Entry(stories.plan_active, 8, 5),
    Entry(stories.plan_of_a_returned_one, 3, 2),
    Entry(stories.brought_forward, 3, 2),
    Entry(stories.put_right, 2, 1),
    Entry(stories.not_taken, 3, 2),
    Entry(stories.paused_in_assessment, 4, 3),
    Entry(stories.paused_in_plan, 3, 2),
    Entry(stories.reviewing, 4, 3),
    Entry(stories.reviewed, 4, 2),
    Entry(stories.continued, 5, 3),
    Entry(stories.new_outcome, 3, 2),
    Entry(stories.closure_declined, 2, 2),
    Entry(stories.ready_to_close, 2, 1),
    Entry(stories.assessed_again, 3, 2),
    Entry(stories.came_back, 4, 3),
    Entry(stories.closed_by_mistake, 1, 1),
    Entry(stories.offered, 2, 1),
    Entry(stories.handed_over, 3, 2, by="triage"),
    Entry(stories.step_down_in_plan, 2, 1, by="triage"),
    Entry(slips.in_a_hurry, 2, 2, may_expect=False),
    Entry(slips.sibling_unasked, 1, 1, children=2, helped=1),
    Entry(slips.ended_while_social_care_decides, 1, 1),
    Entry(slips.step_down_too_late, 1, 1, by="triage"),
    Entry(slips.never_from_social_care, 1, 1),
    Entry(slips.without_movement, 2, 1),
    Entry(slips.paused_too_often, 1, 1),
    Entry(slips.clumsy_day, 1, 1),
)
ENDED = (
    Entry(stories.needs_met, 19, 11),
    Entry(stories.signposted, 6, 4),
    Entry(stories.advised, 6, 4),
    Entry(stories.no_plan_needed, 7, 4),
    Entry(stories.opened_in_error, 3, 3),
    Entry(stories.asked_twice, 2, 2),
    Entry(stories.request_withdrawn, 4, 3),
    Entry(stories.declined, 6, 4),
    Entry(stories.not_reached, 5, 3),
    Entry(stories.withdrew, 5, 3),
    Entry(stories.moved_away, 4, 3),
    Entry(stories.moved_without_transfer, 3, 2),
    Entry(stories.stepped_up, 4, 3),
    Entry(stories.level_four, 3, 2),
    Entry(stories.returned_to_social_care, 3, 3, by="triage"),
    Entry(slips.agency_unnamed, 1, 1),
    Entry(slips.assessed_elsewhere, 1, 1),
)
Programme = tuple[Entry, ...]
PROGRAMME: Programme = (*GOING_ON, *(each._replace(has_ended=True) for each in ENDED))
"""Every story, and how many families went that way on early help and on the common assessment framework."""
