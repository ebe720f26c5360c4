"""The mutations of the team around the family."""

from service.changing import Change, Number, RecordId, Text
from service.team_around_family import actions
from service.team_around_family.types import TeamMember

MEMBER = RecordId("taf", "Their time on the team, by its own id.", required=True)


class AddTeamMember(Change, action=actions.add_team_member, answers=TeamMember):
    """Bring a practitioner into the team around the family. From then on they see the case."""

    case_id = RecordId("case", "The case of the family, by its id.", required=True)
    practitioner_id = RecordId("practitioner", "Who joins it.", required=True)
    part = Text("What they do for the family.", required=True)


class AmendTeamMember(Change, action=actions.amend_team_member, answers=TeamMember):
    """Say anew what a practitioner does for the family."""

    team_member_id = MEMBER
    expected_version = Number("The version of the case that you read, so that you change nothing that you have not seen.", required=True)
    part = Text("What they do for the family.", required=True)


class EndTeamMember(Change, action=actions.end_team_member, answers=TeamMember):
    """End a practitioner's time on the team around the family. That they were on it stays on record."""

    team_member_id = MEMBER


MUTATIONS: tuple[type[Change], ...] = (AddTeamMember, AmendTeamMember, EndTeamMember)
