"""The mutations of threshold documents and decisions."""

from service.changing import Calendar, Change, Flag, Group, ListOf, Number, OneOf, RecordId, Text
from service.changing.inputs import LONG
from service.thresholds import actions
from service.thresholds.types import Basis, Outcome, ThresholdDecision, ThresholdDocument


class AddThresholdDocument(Change, action=actions.add_threshold_document, answers=ThresholdDocument):
    """Add a version of the council's threshold document, with the council's own words for the four levels."""

    title = Text("What the council calls it, with its own version.", required=True)
    in_force_from = Calendar("The first day on which decisions are made against it; today or later.", required=True)
    label_1 = Text("What the council calls level 1.", required=True, name="label1")
    label_2 = Text("What the council calls level 2.", required=True, name="label2")
    label_3 = Text("What the council calls level 3.", required=True, name="label3")
    label_4 = Text("What the council calls level 4.", required=True, name="label4")


class AmendThresholdDocument(Change, action=actions.amend_threshold_document, answers=ThresholdDocument, amends=True):
    """Correct a version of the threshold document. What is left out stays as it is."""

    document_id = RecordId("threshold", "The document to change, by its id.", required=True)
    expected_version = Number("The version of the record that you read.", required=True)
    title = Text("What the council calls it, with its own version.")
    in_force_from = Calendar("The first day on which decisions are made against it; it stays once there is one.")
    label_1 = Text("What the council calls level 1.", name="label1")
    label_2 = Text("What the council calls level 2.", name="label2")
    label_3 = Text("What the council calls level 3.", name="label3")
    label_4 = Text("What the council calls level 4.", name="label4")


class ChildLevelInput(Group):
    """The level of need of one child."""

    person_id = RecordId("person", "A child of the case.", required=True)
    level = Number("The level, 1 to 4.", required=True)


class RecordThreshold(Change, action=actions.record_threshold, answers=ThresholdDecision):
    """Decide the level of need and where it leads, against the document in force. A new decision takes the place of the one before."""

    case_id = RecordId("case", "The case that it is about, by its id.", required=True)
    basis = OneOf(Basis, "On what the decision rests.", required=True)
    levels = ListOf(ChildLevelInput, "The level of every child of the case.", most=20, required=True)
    outcome = OneOf(Outcome, "Where it leads.", required=True)
    reasons = Text("Why it is decided so.", most=LONG, required=True)
    goes_on = Text("What goes on to children's social care; needed when it is to assess.", most=LONG)
    does_not_go_on = Text("What does not go on to children's social care, and why.", most=LONG)
    sections = Text("The sections of the document that you rely on.")
    analysis = Text("What the factors of risk and protection come to together.", most=LONG)
    not_known = Text("What is not known.", most=LONG)
    sources_asked = Text("Who was asked, and what each answered.", most=LONG)
    family_view = Text("What the child and the family think.", most=LONG)
    family_told = Text("What the family was told of the decision and when, or why not yet.", most=LONG)
    referrer_view = Text("What the person thinks who asked for help.", most=LONG)
    family_agreed_to_checks = Flag("Whether the family agreed that others be asked.")
    disagreement = Text("Who disagrees, and why.", most=LONG)
    risk_assessment_id = RecordId("risk", "The use of the risk tool that you rest on, of the same case.")


class AmendThreshold(Change, action=actions.amend_threshold, answers=ThresholdDecision, amends=True):
    """Correct the words of a decision until it is approved. What is left out stays as it is; another outcome is another decision."""

    decision_id = RecordId("decision", "The decision to change, by its id.", required=True)
    expected_revision = Number("The revision that you read.", required=True)
    reason = Text("Why it is corrected.", required=True)
    reasons = Text("Why it is decided so.", most=LONG)
    goes_on = Text("What goes on to children's social care; needed when it is to assess.", most=LONG)
    does_not_go_on = Text("What does not go on to children's social care, and why.", most=LONG)
    sections = Text("The sections of the document that you rely on.")
    analysis = Text("What the factors of risk and protection come to together.", most=LONG)
    not_known = Text("What is not known.", most=LONG)
    sources_asked = Text("Who was asked, and what each answered.", most=LONG)
    family_view = Text("What the child and the family think.", most=LONG)
    family_told = Text("What the family was told of the decision and when, or why not yet.", most=LONG)
    referrer_view = Text("What the person thinks who asked for help.", most=LONG)
    family_agreed_to_checks = Flag("Whether the family agreed that others be asked.")
    disagreement = Text("Who disagrees, and why.", most=LONG)


class ApproveThreshold(Change, action=actions.approve_threshold, answers=ThresholdDecision):
    """Approve a decision, made by somebody else, that goes against the document or does not send level 4 on."""

    decision_id = RecordId("decision", "The decision; the last of its case.", required=True)
    expected_revision = Number("The revision that you read, so that you approve what you read and nothing else.")
    note = Text("What you want to be kept with it.", most=LONG)


MUTATIONS: tuple[type[Change], ...] = (AddThresholdDocument, AmendThresholdDocument, RecordThreshold, AmendThreshold, ApproveThreshold)
