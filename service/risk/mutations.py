"""The mutations of the risk tool."""

from service.changing import Change, Group, ListOf, Number, OneOf, RecordId, RecordIds, Text
from service.changing.inputs import LONG
from service.risk import actions
from service.risk.rules import QUESTIONS
from service.risk.types import FactorName, PresenceName, ProtectiveName, RiskAssessment, StrengthName


class RiskFactorInput(Group):
    """What is known of one factor."""

    factor = OneOf(FactorName, "Which factor it is.", required=True)
    presence = OneOf(PresenceName, "Whether it is there.", required=True)
    known = Text("What is known, and from whom.", most=2_000)


class ProtectiveFactorInput(Group):
    """What is known of one protective factor."""

    factor = OneOf(ProtectiveName, "Which factor it is.", required=True)
    strength = OneOf(StrengthName, "How strong it is.", required=True)
    known = Text("What is known, and from whom.", most=2_000)


class RecordRiskAssessment(Change, action=actions.record_risk_assessment, answers=RiskAssessment):
    """Use the risk tool: think of every factor, and judge in words. Nothing is counted, and no answer blocks or moves a case."""

    case_id = RecordId("case", "The case that it is about, by its id.", required=True)
    child_ids = RecordIds("person", "The children of the case whom it is about.", required=True)
    factors = ListOf(RiskFactorInput, "Every factor of the tool; not known is an answer.", required=True)
    protective_factors = ListOf(ProtectiveFactorInput, "Every protective factor of the tool.", required=True)
    harm = Text(QUESTIONS["harm"], most=LONG, required=True)
    vulnerability = Text(QUESTIONS["vulnerability"], most=LONG, required=True)
    protection = Text(QUESTIONS["protection"], most=LONG, required=True)
    child_says = Text(QUESTIONS["child_says"], most=LONG, required=True)
    not_known = Text(f"{QUESTIONS['not_known']} Needed where something is not known.", most=LONG)
    outlook = Text(QUESTIONS["outlook"], most=LONG, required=True)


class AmendRiskAssessment(Change, action=actions.amend_risk_assessment, answers=RiskAssessment, amends=True):
    """Write a use of the risk tool anew where it was wrong. What is left out stays as it is."""

    risk_assessment_id = RecordId("risk", "The use of the tool.", required=True)
    expected_revision = Number("The revision that you read.", required=True)
    reason = Text("Why it is amended.", required=True)
    factors = ListOf(RiskFactorInput, "The factors that are answered otherwise now.")
    protective_factors = ListOf(ProtectiveFactorInput, "The protective factors that are answered otherwise now.")
    harm = Text(QUESTIONS["harm"], most=LONG)
    vulnerability = Text(QUESTIONS["vulnerability"], most=LONG)
    protection = Text(QUESTIONS["protection"], most=LONG)
    child_says = Text(QUESTIONS["child_says"], most=LONG)
    not_known = Text(QUESTIONS["not_known"], most=LONG)
    outlook = Text(QUESTIONS["outlook"], most=LONG)


MUTATIONS: tuple[type[Change], ...] = (RecordRiskAssessment, AmendRiskAssessment)
