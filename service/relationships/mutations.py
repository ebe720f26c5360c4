"""The mutations of relationships."""

from service.changing import Calendar, Change, Number, OneOf, RecordId, Text
from service.relationships import actions
from service.relationships.types import BasisName, KindName, Relationship, ResponsibilityName

BASIS = OneOf(BasisName, "By what they have it; needed when they do, and left out when not.")
UNTIL_ON = Calendar("The last day on which they have it, where one is known; an order can name a day ahead.")


class RecordRelationship(Change, action=actions.record_relationship, answers=Relationship):
    """Record who somebody is to a child, and whether they have parental responsibility. They need not live with the child."""

    person_id = RecordId("person", "The child or young person.", required=True)
    relative_id = RecordId("person", "Who is related to them.", required=True)
    kind = OneOf(KindName, "What they are to the child.", required=True)
    responsibility = OneOf(ResponsibilityName, "What is known of their parental responsibility.", required=True)
    basis = BASIS
    from_on = Calendar("The first day on which they had it; left out, it was always so.")
    until_on = UNTIL_ON
    source = Text("From where it is known: who said so, or which paper was seen.", required=True)


class AmendRelationship(Change, action=actions.amend_relationship, answers=Relationship, amends=True):
    """Correct a relationship, or say when parental responsibility ended. What is left out stays as it is; null removes."""

    relationship_id = RecordId("relationship", "Which relationship it is, by its own id.", required=True)
    expected_revision = Number("The revision that you read.", required=True)
    reason = Text("Why it is amended.", required=True)
    kind = OneOf(KindName, "What they are to the child.")
    responsibility = OneOf(ResponsibilityName, "What is known of their parental responsibility.")
    basis = BASIS
    from_on = Calendar("The first day on which they had it.")
    until_on = UNTIL_ON
    source = Text("From where it is known.")


MUTATIONS: tuple[type[Change], ...] = (RecordRelationship, AmendRelationship)
