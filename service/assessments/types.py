"""The contract of assessments."""

import datetime as dt
from typing import Any

import graphene
import orjson
from graphene import ID, Int, List, NonNull, ObjectType, String
from graphql import GraphQLResolveInfo
from sqlalchemy import func, select

from service.access.standing import WRITER
from service.assessments import rules
from service.assessments.answers import AssessmentAnswer, shown
from service.assessments.facts import written
from service.assessments.rows import of_visible_assessment  # noqa: F401  (registers the predicates)
from service.assessments.tables import (
    ASSESSMENT,
    AUTHOR,
    CONCLUSIONS,
    SECTION,
    SECTION_REVISION,
    AssessmentState,
    SharedHow,
)
from service.cases.tables import CASE, CASE_CHILD
from service.cases.visibility import visible_cases
from service.deadlines.rules import day_in_london
from service.forms import asking
from service.forms.parts import Form
from service.forms.published import FORMS
from service.forms.types import NeedAreaNamed, areas_named
from service.households.family import read_family
from service.households.rows import family
from service.households.tables import MEMBER
from service.lead_professionals.tables import LEAD
from service.nodes import Node
from service.people.tables import PERSON
from service.people.types import Person
from service.practitioners.tables import APPOINTMENT, PRACTITIONER
from service.practitioners.types import Practitioner
from service.reading import PARENT, Entity, Filter, GlobalId, Many, One, Opening, reads
from service.relationships.tables import RELATIONSHIP
from service.scalars import Date, DateTime
from service.team_around_family.tables import TEAM_MEMBER
from service.teams.tables import TEAM
from service.words import enumeration

StateName = enumeration(
    AssessmentState,
    DRAFT="It is being written.",
    SUBMITTED="It waits for a manager, and cannot be changed.",
    RETURNED="A manager has returned it, and it is being written again.",
    SIGNED_OFF="It is done; a section can be amended with a reason, and what it read before is kept.",
)
HowName = enumeration(
    SharedHow,
    TOGETHER="They went through it together.",
    COPY="The family has a copy.",
    SUMMARY="The family has a summary in plain words.",
    TOLD="The family was told.",
)


def its_family(row: Any) -> Any:
    """Write of whom the case of an assessment is, for who sees that case; null for who only reads the assessment beside a later one."""
    case = CASE.alias()
    found = select(family(case)).where(case.c.id == row.c.case_id, visible_cases(case, WRITER))
    return found.correlate_except(case).scalar_subquery()


FAMILY = Opening(
    its_family, CASE, CASE_CHILD, MEMBER, PERSON, APPOINTMENT, PRACTITIONER, TEAM, LEAD, TEAM_MEMBER, ASSESSMENT, AUTHOR, RELATIONSHIP
)


def its_form(row: Any) -> Any:
    """Write on which form, and which version of it, a section is."""
    assessment = ASSESSMENT.alias()
    found = select(func.json_build_array(assessment.c.form, assessment.c.form_version)).where(assessment.c.id == row.c.assessment_id)
    return found.correlate_except(assessment).scalar_subquery()


class AssessmentSection(Entity, table=SECTION, part_of="assessment", interfaces=[Node]):
    """A section of an assessment as it reads now: of the family, or of one child or adult."""

    id = GlobalId("section")
    section = String(required=True, description="Which section of the form it is, by its key.")
    title = String(required=True, description="What the section is called.")
    subject = One(Person, via="subject_id", description="Whom it is about; null where it is about the family, or nobody is recorded.")
    revision = Int(required=True, description="How often it was saved, from 1; sent back when it is saved again.")
    answers = List(
        NonNull(AssessmentAnswer), required=True, description="What was answered, in the order of the form; what was not is left out."
    )
    saved_by = One(Practitioner, via="saved_by", description="Who saved it last.")
    saved_at = DateTime(required=True, description="When it was saved last.")
    revisions = Many(
        lambda: AssessmentSectionRevision,
        order=["-revision", "section_id"],
        few=3,
        description="What it read before it was amended, newest first, and why it was.",
    )
    assessment = One(lambda: Assessment, description="The assessment that it is part of.")

    @reads("section", form=Opening(its_form, ASSESSMENT))
    def resolve_title(row: Any, info: GraphQLResolveInfo) -> str:
        section = FORMS[tuple(row.form)].section(row.section)
        return section.title if section else row.section

    @reads("section", "answers", form=Opening(its_form, ASSESSMENT))
    def resolve_answers(row: Any, info: GraphQLResolveInfo) -> list[AssessmentAnswer]:
        return shown(FORMS[tuple(row.form)], row.section, row.answers)


def section_of_revision(row: Any) -> Any:
    """Write of which section of which form a revision is."""
    section, assessment = SECTION.alias(), ASSESSMENT.alias()
    said = func.json_build_array(section.c.section, assessment.c.form, assessment.c.form_version)
    found = select(said).join(assessment, assessment.c.id == section.c.assessment_id).where(section.c.id == row.c.section_id)
    return found.correlate_except(section, assessment).scalar_subquery()


class AssessmentSectionRevision(Entity, table=SECTION_REVISION, part_of=PARENT):
    """What a section read before it was amended."""

    revision = Int(required=True, description="Which version of the section it was, from 1.")
    answers = List(NonNull(AssessmentAnswer), required=True, description="What was answered then.")
    reason = String(required=True, description="Why it was amended.")
    amended_by = One(Practitioner, via="amended_by", description="Who amended it.")
    amended_at = DateTime(required=True, description="When it was amended.")

    @reads("answers", place=Opening(section_of_revision, SECTION, ASSESSMENT))
    def resolve_answers(row: Any, info: GraphQLResolveInfo) -> list[AssessmentAnswer]:
        section, *form = row.place
        return shown(FORMS[tuple(form)], section, row.answers)


class AssessmentAuthor(Entity, table=AUTHOR, part_of=PARENT):
    """Somebody who wrote in an assessment before it was signed off."""

    practitioner = One(Practitioner, description="Who it is.")
    first_wrote_at = DateTime(required=True, description="When they first saved a section.")


class Conclusions(Entity, table=CONCLUSIONS, part_of="assessment", interfaces=[Node]):
    """That the family learnt the conclusions of an assessment, or why that is not safe."""

    id = GlobalId("conclusions")
    revision = Int(required=True, description="How often it was written, from 1; sent back when it is amended.")
    shared_on = Date(description="The day on which they were shared; null where that is not safe.")
    how = HowName(description="How they were shared; null where that is not safe.")
    note = String(description="With whom, and what the family said.")
    why_not = String(description="Why it is not safe to share them.")
    recorded_by = One(Practitioner, via="recorded_by", description="Who recorded it.")
    recorded_at = DateTime(required=True, description="When it was recorded.")
    assessment = One(lambda: Assessment, description="The assessment whose conclusions they are.")


class SectionProgress(ObjectType):
    """How far a section is, for one of those whom it is asked of."""

    section = String(required=True, description="The section, by its key.")
    title = String(required=True, description="What it is called.")
    subject_id = ID(description="The id of the person whom it is about; null for the family, and where nobody is recorded.")
    subject_name = String(description="The name that they go by.")
    answered = Int(required=True, description="How many of its questions are answered.")
    required = Int(required=True, description="How many have to be, as the other answers stand.")
    missing = List(NonNull(String), required=True, description="The questions that still have to be answered.")


class SuggestedNeed(ObjectType):
    """A need that an answer speaks of: somebody decides whether it goes into the register."""

    section = String(required=True, description="The section of the answer, by its key.")
    question = String(required=True, description="The key of the question.")
    label = String(required=True, description="The question as the form asks it.")
    subject_id = ID(description="The id of the person whom the answer is about; null for the family.")
    areas = List(NonNull(NeedAreaNamed), required=True, description="The areas of need that it can belong to.")
    said = String(description="What the answer says of it.")


class Assessment(Entity, table=ASSESSMENT, part_of="case", interfaces=[Node]):
    """One round of assessing a family, written section by section on the form that its case keeps."""

    id = GlobalId("assessment")
    number = Int(required=True, description="Which round of its case it is, from 1.")
    form = String(required=True, description="On which form it is, by its key.")
    form_version = Int(required=True, description="On which version of the form.")
    state = StateName(required=True, description="How far it is.")
    started_on = Date(required=True, description="The day on which it was started.")
    started_at = DateTime(required=True, description="When its start was recorded.")
    started_by = One(Practitioner, via="started_by", description="Who started it.")
    submitted_at = DateTime(description="When it was last sent for sign-off; null while it never was.")
    submitted_by = One(Practitioner, via="submitted_by", description="Who sent it for sign-off.")
    returned_at = DateTime(description="When it was last returned for changes; null where it never was.")
    returned_by = One(Practitioner, via="returned_by", description="Who returned it.")
    signed_off_at = DateTime(description="When it was signed off; null while it is not.")
    signed_off_by = One(Practitioner, via="signed_off_by", description="Who signed it off.")
    comment = String(description="What the manager said who looked at it last.")
    authors = Many(AssessmentAuthor, order=["first_wrote_at", "assessment_id", "practitioner_id"], few=5, description="Who wrote in it.")
    sections = Many(AssessmentSection, order=["section", "subject_id", "id"], few=40, description="The sections that were saved.")
    conclusions = Many(Conclusions, order=["recorded_at", "id"], few=3, description="How the family learnt what it says, oldest first.")
    previous = One(
        lambda: Assessment,
        via="previous_id",
        description="The assessment before it, of this case or of an earlier one of a child's, to be read beside it.",
    )
    case = One("service.cases.types.Case", description="The case that it is about.")
    progress = List(
        NonNull(SectionProgress),
        required=True,
        description="Every section that is asked, of whom, and what is still missing; of one that is locked, as on the day it was sent. "
        "Empty for who reads it beside a later one and does not see its case.",
    )
    elements_not_considered = List(
        NonNull(String),
        required=True,
        description="The elements that still have to be considered, each with whom it is about; empty on a form that has none, and for "
        "who does not see its case.",
    )
    suggested_needs = List(NonNull(SuggestedNeed), required=True, description="The needs that its answers speak of.")

    @reads(
        "form",
        "form_version",
        "state",
        "submitted_at",
        sections=Opening(written, SECTION),
        family=FAMILY,
    )
    def resolve_progress(row: Any, info: GraphQLResolveInfo) -> list[SectionProgress]:
        return [progress_shown(each) for each in asking.progress(*asked_of(row))] if row.family else []

    @reads(
        "form",
        "form_version",
        "state",
        "submitted_at",
        sections=Opening(written, SECTION),
        family=FAMILY,
    )
    def resolve_elements_not_considered(row: Any, info: GraphQLResolveInfo) -> list[str]:
        left = asking.elements_not_considered(*asked_of(row)) if row.family else ()
        return [f"{label} ({name})" if name else label for label, name in left]

    @reads("form", "form_version", sections=Opening(written, SECTION))
    def resolve_suggested_needs(row: Any, info: GraphQLResolveInfo) -> list[SuggestedNeed]:
        raised = asking.areas_raised(FORMS[row.form, row.form_version], rules.read_written(row.sections))
        return [need_shown(each) for each in raised]


def asked_of(row: Any) -> tuple[Form, asking.Family, asking.Written]:
    """Return the form, whom it is asked of, and what was answered."""
    locked: bool = row.state in rules.CONCLUDED
    today = day_in_london(row.submitted_at if locked else dt.datetime.now(dt.UTC))
    people = rules.asked_of(read_family(orjson.dumps(row.family).decode()), today=today)
    return FORMS[row.form, row.form_version], people, rules.read_written(row.sections)


def progress_shown(each: asking.Progress) -> SectionProgress:
    """Show how far a section is."""
    return SectionProgress(
        section=each.section.key,
        title=each.section.title,
        subject_id=each.subject and f"person_{each.subject.id}",
        subject_name=asking.name_of(each.subject),
        answered=each.answered,
        required=each.required,
        missing=[question.label for question in each.missing],
    )


def need_shown(each: asking.Raised) -> SuggestedNeed:
    """Show a need that an answer speaks of."""
    return SuggestedNeed(
        section=each.section.key,
        question=each.question.key,
        label=each.question.label,
        subject_id=each.subject_id and f"person_{each.subject_id}",
        areas=areas_named(each.question),
        said=each.said,
    )


class Queries(ObjectType):
    """What can be asked about assessments."""

    assessment = One(
        Assessment,
        id=Filter(graphene.ID, required=True, description="The assessment's id."),
        description="An assessment, by its id; null where there is none that you may see.",
    )
