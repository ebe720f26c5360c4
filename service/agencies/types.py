"""The contract of agencies."""

from graphene import Int, ObjectType, String

from service.agencies.rows import AGENCY
from service.agencies.tables import AgencyKind
from service.nodes import Node
from service.reading import Connection, Entity, Filter, GlobalId, Many, Where, holding
from service.words import enumeration

Kind = enumeration(
    AgencyKind,
    EARLY_HELP="The council's own early help service.",
    EDUCATION="A school, nursery, college or the council's education service.",
    HEALTH="A part of the National Health Service or another health provider.",
    POLICE="A police force.",
    HOUSING="A housing provider or the council's housing service.",
    SOCIAL_CARE="Children's or adults' social care.",
    VOLUNTARY="A charity or community group.",
    OTHER="Any other agency.",
)


class Agency(Entity, table=AGENCY, record=None, interfaces=[Node]):
    """An organisation whose practitioners work with families: the council's own service, a school, the health service, a charity."""

    id = GlobalId("agency")
    version = Int(required=True, description="How often the record has been changed, from 1; sent back with a change.")
    name = String(required=True, description="What it is called.")
    kind = Kind(required=True, description="What kind of organisation it is.")
    phone = String(description="Where it can be rung.")
    teams = Many("service.teams.types.Team", order=["name", "id"], description="Its teams, by name.")


class AgencyWhere(Where):
    """Which agencies are wanted; everything that is given must hold."""

    text = Filter(String, holding("name"), description="Those whose name holds this, in any case of letters.")
    kind = Filter(Kind, description="Those of this kind.")


class Queries(ObjectType):
    """What can be asked about agencies."""

    agencies = Connection(
        Agency,
        order=["name", "id"],
        where=Filter(AgencyWhere, description="Which of them are wanted."),
        description="The agencies that work with families, by name.",
    )
