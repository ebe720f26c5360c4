"""The mutations of warning markers."""

from service.changing import Calendar, Change, Flag, Number, OneOf, RecordId, Text
from service.changing.inputs import LONG
from service.markers import actions
from service.markers.types import KindName, Marker

MARKER = RecordId("marker", "Which warning it is, by its own id.", required=True)
READ = Number("The revision that you read.", required=True)
REVIEW_ON = Calendar("The day by which somebody looks at it again: after today, and within half a year.", required=True)


class SetMarker(Change, action=actions.set_marker, answers=Marker):
    """Warn whoever visits the family. Everybody who sees the case sees it, until it ends."""

    case_id = RecordId("case", "The case of the family that is visited.", required=True)
    kind = OneOf(KindName, "What whoever visits has to do, or to know.", required=True)
    reason = Text("What is known, and what it means for a visit. Write what happened, not what somebody is.", most=LONG, required=True)
    source = Text("From whom it is known.", required=True)
    known_on = Calendar("Since when it is known; not later than today, which it is when left out.")
    person_id = RecordId("person", "Whom it is about, if somebody of the family in particular.")
    family_told = Flag("Whether the family was told of the marker.", required=True)
    why_not_told = Text("Why they were not told; needed when they were not.", most=LONG)
    review_on = REVIEW_ON


class AmendMarker(Change, action=actions.amend_marker, answers=Marker, amends=True):
    """Correct what a marker says. What is left out stays as it is; the day of its review is moved by reviewing it."""

    marker_id = MARKER
    expected_revision = READ
    why = Text("Why it is corrected.", required=True)
    kind = OneOf(KindName, "What whoever visits has to do, or to know.")
    reason = Text("What is known, and what it means for a visit.", most=LONG)
    source = Text("From whom it is known.")
    known_on = Calendar("Since when it is known; not later than today.")
    family_told = Flag("Whether the family was told of the marker.")
    why_not_told = Text("Why they were not told; null once they were.", most=LONG)


class ReviewMarker(Change, action=actions.review_marker, answers=Marker):
    """Look at a marker again and let it stand until another day. One that is over is ended instead."""

    marker_id = MARKER
    expected_revision = READ
    review_on = REVIEW_ON
    finding = Text("What you found, and why it still stands.", most=LONG, required=True)


class EndMarker(Change, action=actions.end_marker, answers=Marker):
    """End a marker, because what it warned of is over. It stays on record with the reason."""

    marker_id = MARKER
    reason = Text("Why it is over.", most=LONG, required=True)


MUTATIONS: tuple[type[Change], ...] = (SetMarker, AmendMarker, ReviewMarker, EndMarker)
