"""The mutations of questions to agencies."""

from service.agency_questions import actions
from service.agency_questions.types import AgencyQuestion
from service.changing import Calendar, Change, Number, RecordId, Text
from service.changing.inputs import LONG


class AskAgency(Change, action=actions.ask_agency, answers=AgencyQuestion):
    """Record that you asked an agency what it knows of the family. It has two working days."""

    case_id = RecordId("case", "The case that it is about, by its id.", required=True)
    agency_id = RecordId("agency", "Whom you ask.", required=True)
    question = Text("What you ask them: no more than they need to know.", most=LONG, required=True)
    ground = Text("That the family agreed to it, or why you ask without.", most=LONG, required=True)


class RecordAgencyAnswer(Change, action=actions.record_agency_answer, answers=AgencyQuestion):
    """Record what an agency answered."""

    question_id = RecordId("agencyquestion", "The question that it is about, by its id.", required=True)
    answer = Text("What they answered; that they know nothing is an answer.", most=LONG, required=True)
    answered_by = Text("Who answered, by name and role.", required=True)
    answered_on = Calendar("The day of their answer; from the question to today.", required=True)


class AmendAgencyQuestion(Change, action=actions.amend_agency_question, answers=AgencyQuestion, amends=True):
    """Correct what was asked or answered. What is left out stays as it is; another agency is another question."""

    question_id = RecordId("agencyquestion", "The question to change, by its id.", required=True)
    expected_revision = Number("The revision that you read.", required=True)
    reason = Text("Why it is corrected.", required=True)
    question = Text("What you asked them.", most=LONG)
    ground = Text("That the family agreed to it, or why you asked without.", most=LONG)
    answer = Text("What they answered.", most=LONG)
    answered_by = Text("Who answered, by name and role.")
    answered_on = Calendar("The day of their answer; from the question to today.")
    entered_wrongly = Text("Why it should never have been entered: it then waits for nothing.", most=LONG)


MUTATIONS: tuple[type[Change], ...] = (AskAgency, RecordAgencyAnswer, AmendAgencyQuestion)
