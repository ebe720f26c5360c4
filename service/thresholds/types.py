"""The contract of threshold documents and decisions."""

from graphene import Boolean, Int, ObjectType, String

from service.nodes import Node
from service.people.types import Person
from service.practitioners.types import Practitioner
from service.reading import PARENT, Connection, Entity, GlobalId, Many, One
from service.risk.types import RiskAssessment
from service.scalars import Date, DateTime
from service.thresholds.rows import of_visible_decision  # noqa: F401  (registers the predicates)
from service.thresholds.tables import CHILD_LEVEL, DECISION, DOCUMENT, ThresholdBasis, ThresholdOutcome
from service.words import enumeration

Outcome = enumeration(
    ThresholdOutcome,
    UNIVERSAL="Universal services can meet the need.",
    SINGLE_AGENCY="One agency can meet the need.",
    EARLY_HELP_ASSESSMENT="An early help or common assessment comes next.",
    SOCIAL_CARE_ASSESSMENT="Children's social care is to assess: it has to be told at once.",
)
Basis = enumeration(ThresholdBasis, REQUEST="On the request for help, in triage.", ASSESSMENT="On the assessment, before it is signed off.")


class ThresholdDocument(Entity, table=DOCUMENT, record=None, interfaces=[Node]):
    """A version of the council's threshold document. It holds until the next one begins."""

    id = GlobalId("threshold")
    version = Int(required=True, description="How often the record has been changed, from 1; sent back with a change.")
    title = String(required=True, description="What the council calls it, with its own version.")
    in_force_from = Date(required=True, description="The first day on which decisions are made against it.")
    label_1 = String(name="label1", required=True, description="What the council calls level 1.")
    label_2 = String(name="label2", required=True, description="What the council calls level 2.")
    label_3 = String(name="label3", required=True, description="What the council calls level 3.")
    label_4 = String(name="label4", required=True, description="What the council calls level 4.")


class ChildLevel(Entity, table=CHILD_LEVEL, part_of=PARENT):
    """The level of need of one child, as a decision found it."""

    person = One(Person, description="Which child it is.")
    level = Int(required=True, description="The level, 1 to 4.")


class ThresholdDecision(Entity, table=DECISION, part_of="case", interfaces=[Node]):
    """A decision about the level of need and where it leads. The last one on its basis is in force; its levels never change."""

    id = GlobalId("decision")
    basis = Basis(required=True, description="On what it rests.")
    level = Int(required=True, description="The highest level of its children, by which the case goes.")
    outcome = Outcome(required=True, description="Where it leads.")
    reasons = String(required=True, description="Why it was decided so.")
    goes_on = String(description="What goes on to children's social care.")
    does_not_go_on = String(description="What does not go on to children's social care, and why.")
    sections = String(description="The sections of the document that it relies on.")
    analysis = String(description="What the factors of risk and protection come to together.")
    not_known = String(description="What is not known.")
    sources_asked = String(description="Who was asked, and what each answered.")
    family_view = String(description="What the child and the family think.")
    family_told = String(description="What the family was told of the decision and when, or why not yet.")
    referrer_view = String(description="What the person thinks who asked for help.")
    family_agreed_to_checks = Boolean(description="Whether the family agreed that others be asked; null where nobody said.")
    disagreement = String(description="Who disagreed, and why.")
    decided_at = DateTime(required=True, description="When it was made.")
    decided_by = One(Practitioner, via="decided_by", description="Who made it.")
    needs_approval = Boolean(
        required=True, description="Whether a second person is asked: it goes against the document, or level 4 is not sent on."
    )
    approved_at = DateTime(description="When it was approved; null while it was not.")
    approved_by = One(Practitioner, via="approved_by", description="Who approved it.")
    approval_note = String(description="What they wrote with it.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended.")
    document = One(ThresholdDocument, description="The version of the document that it was made against.")
    risk_assessment = One(RiskAssessment, description="The use of the risk tool that it rests on.")
    children = Many(ChildLevel, order=["person_id", "decision_id"], few=5, description="The level of each child.")


class Queries(ObjectType):
    """What can be asked about thresholds."""

    threshold_documents = Connection(
        ThresholdDocument, order=["-in_force_from", "-id"], description="The council's threshold documents, the latest first."
    )
