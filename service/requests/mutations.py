"""The mutations of requests for help."""

from service.changing import Change, Flag, Number, OneOf, RecordId, RecordIds, Text
from service.changing.inputs import LONG
from service.requests import actions
from service.requests.types import FrameworkName, RequestForHelp, Source


class RequestHelp(Change, action=actions.request_help, answers=RequestForHelp):
    """Ask for early help for a family. A case is opened at once."""

    household_id = RecordId("household", "The family's household.", required=True)
    child_ids = RecordIds("person", "The children and unborn children whom it is about.", required=True)
    locality_id = RecordId("locality", "The part of the council's area where they live.", required=True)
    family_name = Text("The family's name, under which the case is found.", required=True)
    source = OneOf(Source, "Where the request comes from.", required=True)
    referrer_name = Text("Who asks; needed unless they are anonymous.")
    referrer_role = Text("What they are to the family, or at their agency.")
    referrer_contact = Text("How to reach them.")
    worries = Text("What they are worried about.", most=LONG, required=True)
    hopes = Text("What they hope will be different.", most=LONG)
    family_knows = Flag("Whether the family knows of the request.", required=True)
    framework = OneOf(FrameworkName, "On which framework the case is opened; left out, on the early help assessment.")


class AmendRequest(Change, action=actions.amend_request, answers=RequestForHelp, amends=True):
    """Correct what was written down of a request. What is left out stays as it is."""

    request_id = RecordId("request", "The request to change, by its id.", required=True)
    expected_revision = Number("The revision that you read.", required=True)
    source = OneOf(Source, "Where the request comes from.")
    referrer_name = Text("Who asks; null removes the name.")
    referrer_role = Text("What they are to the family, or at their agency.")
    referrer_contact = Text("How to reach them.")
    worries = Text("What they are worried about.", most=LONG)
    hopes = Text("What they hope will be different.", most=LONG)
    family_knows = Flag("Whether the family knows of the request.")


MUTATIONS: tuple[type[Change], ...] = (RequestHelp, AmendRequest)
