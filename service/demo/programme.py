"""Which stories are told, and how many cases went each way."""

from service.demo.put_right import put_right
from service.demo.stories import (
    Story,
    assessed_again,
    assessing,
    awaiting_agreement,
    awaiting_sign_off,
    declined,
    in_triage,
    moved_away,
    needs_met,
    no_plan_needed,
    not_reached,
    not_taken,
    opened_in_error,
    paused_in_assessment,
    paused_in_plan,
    plan_active,
    plan_continued,
    planning,
    request_withdrawn,
    requested,
    returned,
    reviewing,
    signposted,
    stepped_up,
    withdrew,
)

STORIES: tuple[tuple[Story, int], ...] = (
    (requested, 3),
    (in_triage, 3),
    (awaiting_agreement, 3),
    (assessing, 4),
    (awaiting_sign_off, 2),
    (returned, 1),
    (planning, 3),
    (plan_active, 2),
    (put_right, 1),
    (plan_continued, 1),
    (not_taken, 1),
    (assessed_again, 1),
    (reviewing, 2),
    (paused_in_assessment, 1),
    (paused_in_plan, 1),
    (needs_met, 2),
    (signposted, 1),
    (no_plan_needed, 1),
    (opened_in_error, 1),
    (moved_away, 1),
    (request_withdrawn, 1),
    (declined, 1),
    (not_reached, 1),
    (withdrew, 1),
    (stepped_up, 1),
)
"""Every story, and how many cases went that way: forty in all."""

ENDED = frozenset(
    {needs_met, signposted, no_plan_needed, opened_in_error, moved_away, request_withdrawn, declined, not_reached, withdrew, stepped_up}
)
"""The stories that have an end: it may lie months back, where the others must not look forgotten."""
