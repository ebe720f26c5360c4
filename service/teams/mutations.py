"""The mutations of teams."""

from service.changing import Change, Flag, Number, RecordId, Text
from service.teams import actions
from service.teams.types import Team


class AddTeam(Change, action=actions.add_team, answers=Team):
    """Add a team of an agency."""

    agency_id = RecordId("agency", "The agency that it is part of.", required=True)
    name = Text("What it is called; no other team has this name.", required=True)
    locality_id = RecordId("locality", "Where it works; left out, in the whole council.")
    triages = Flag("Whether requests for help of its locality come to it first; left out, they do not. One team of a locality triages.")


class AmendTeam(Change, action=actions.amend_team, answers=Team, amends=True):
    """Change a team. What is left out stays as it is; the cases that it has stay with it."""

    team_id = RecordId("team", "The team to change, by its id.", required=True)
    expected_version = Number("The version of it that you read.", required=True)
    agency_id = RecordId("agency", "The agency that it is part of.")
    name = Text("What it is called; no other team has this name.")
    locality_id = RecordId("locality", "Where it works; null for the whole council.")
    triages = Flag("Whether requests for help of its locality come to it first. One team of a locality triages.")


MUTATIONS: tuple[type[Change], ...] = (AddTeam, AmendTeam)
