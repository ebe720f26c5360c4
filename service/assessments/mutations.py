"""The mutations of assessments."""

from service.assessments import actions
from service.assessments.answers import PresenceName, StrengthName
from service.assessments.types import AssessmentSection, Conclusions, HowName
from service.changing import Calendar, Change, Flag, Group, ListOf, Number, OneOf, RecordId, Text, Words
from service.changing.inputs import LONG


class AnsweredPersonInput(Group):
    """Somebody whom an answer names."""

    person_id = RecordId("person", "Somebody of the case or its household.", required=True)
    role = Text("What they are to the children, or did.")
    took_part = Flag("Whether they took part.")


class AnsweredAgencyInput(Group):
    """An agency that helps already."""

    agency = Text("What the agency is called.", required=True)
    practitioner = Text("Who helps there.")
    contact = Text("How to reach them.")
    since = Calendar("Since when they help; not later than today.")


class AnsweredFactorInput(Group):
    """What is known of a factor of the risk tool."""

    factor = Text("The factor, by its key.", required=True)
    presence = OneOf(PresenceName, "Whether it is there.", required=True)
    known = Text("What is known, and from whom.", most=LONG)


class AnsweredProtectiveFactorInput(Group):
    """What is known of a protective factor."""

    factor = Text("The protective factor, by its key.", required=True)
    strength = OneOf(StrengthName, "How strong it is.", required=True)
    known = Text("What is known, and from whom.", most=LONG)


class AnsweredNeedInput(Group):
    """A need that SEND has identified, as this assessment sees it."""

    need_id = RecordId("need", "The need that the answer stands for, by its id.", required=True)
    version = Number("The version of the need that you saw.", required=True)
    own_view = Text("What you make of it.", most=LONG)
    brought_in = Flag("Whether it matters here.", required=True)


class AssessmentAnswerInput(Group):
    """An answer to one question, in the fields that belong to its type. A question without an answer is left out."""

    question = Text("The key of the question.", required=True)
    text = Text("Of a text.", most=LONG)
    date = Calendar("Of a question for a date: the day.")
    yes = Flag("Of a yes or no.")
    choice = Text("Of a choice: the option, by its key.")
    choices = Words("Of choices: the options, by their keys.")
    scale = Number("Of a scale: a number from 0 to 10.")
    not_asked = Text("Of a scale: why it was not asked.")
    strengths = Text("Of a topic: what goes well.", most=LONG)
    needs = Text("Of a topic: what is needed.", most=LONG)
    not_explored = Text("Of a topic: why it was not explored.")
    people = ListOf(AnsweredPersonInput, "Of people, each once.")
    agencies = ListOf(AnsweredAgencyInput, "Of a question for agencies: which, one a row.")
    factors = ListOf(AnsweredFactorInput, "Of factors, each once.")
    protective_factors = ListOf(AnsweredProtectiveFactorInput, "Of protective factors, each once.")
    need_links = ListOf(AnsweredNeedInput, "Of links to needs, each once.")


class OfSection:
    """What every change of a section takes."""

    assessment_id = RecordId("assessment", "The assessment that it is part of, by its id.", required=True)
    section = Text("The section of its form, by its key.", required=True)
    subject_id = RecordId("person", "Whom the section is about; left out where it is answered once.")
    expected_revision = Number("The revision that you read; 0 where the section was not saved yet.", required=True)
    answers = ListOf(AssessmentAnswerInput, "All that the section says from now on, each question once.", required=True)


class SaveSection(OfSection, Change, action=actions.save_section, answers=AssessmentSection, shows_conflict=True):
    """Save a section of an assessment that is being written. Nothing has to be complete."""


class AmendAssessment(OfSection, Change, action=actions.amend_assessment, answers=AssessmentSection, shows_conflict=True):
    """Amend a section of an assessment that was signed off. What it read before is kept."""

    reason = Text("Why it is amended.", required=True)


class ShareConclusions(Change, action=actions.share_conclusions, answers=Conclusions):
    """Record how the family learnt the conclusions, or why telling them is not safe."""

    assessment_id = RecordId("assessment", "The assessment that it is about, by its id.", required=True)
    shared_on = Calendar("The day on which they were shared; not later than today.")
    how = OneOf(HowName, "How they were shared.")
    note = Text("With whom, and what the family said.", most=LONG)
    why_not = Text("Why it is not safe to share them, instead of how they were.", most=LONG)


class AmendConclusions(Change, action=actions.amend_conclusions, answers=Conclusions, amends=True):
    """Correct how the family learnt the conclusions. What is left out stays as it is."""

    conclusions_id = RecordId("conclusions", "What was recorded.", required=True)
    expected_revision = Number("The revision that you read.", required=True)
    shared_on = Calendar("The day on which they were shared; null where that is not safe.")
    how = OneOf(HowName, "How they were shared; null where that is not safe.")
    note = Text("With whom, and what the family said.", most=LONG)
    why_not = Text("Why it is not safe to share them; null where they were.", most=LONG)


MUTATIONS: tuple[type[Change], ...] = (SaveSection, AmendAssessment, ShareConclusions, AmendConclusions)
