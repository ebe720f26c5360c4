"""The two walks of the command: a family of each framework from a request to closure, with what is tried too early on the way."""

import datetime as dt
import secrets
import time
from collections.abc import Mapping

from service.demo import legs
from service.demo.legs import NOT_PERMITTED, Legs
from service.demo.party import Child, Party
from service.demo.route import Route, moves, records, routed, takes

UNWRITTEN = ("required_answers", "every_voice_heard", "parents_views_heard")
UNPLANNED = ("lead_professional_in_place", "meeting_held", "plan_has_actions", "review_date_set")
MARSHES = Party("Marsh", "Joan", (Child("Ada"),))
FENS = Party("Fenn", "Dot", (Child("Bill"),), "caf")
CALM = "A calm visit; we drew the morning together."


def too_early(who: str, says: str, trigger: str, *guards: str) -> Legs:
    """Try a step that is refused."""
    return (moves(who, f"tries to {says}", trigger, refused=guards),)


def agreed(party: Party) -> Legs:
    """Try to start before the family has agreed; record the agreement, start, and visit."""
    child = party.children[0]
    seen = [{"personId": f"${child.key}", "alone": True, "ownWords": "I like it when Mum is up."}]
    visit = {"kind": "HOME_VISIT", "happenedOn": "$TODAY", "text": CALM, "seen": seen}
    return (
        takes("worker", "tries to start before the family has agreed", "StartAssessment", refused=("agreement_in_force",)),
        *(legs.agrees(child), *legs.starts()),
        records("worker", f"visits, sees {child.name} alone, and writes down what was said", "AddNote", **visit),
    )


def written(party: Party, *guards: str) -> Legs:
    """Try to submit the assessment too early, write it, submit it, and try to sign it off alone."""
    return (
        *too_early("worker", "send the assessment for sign-off before it is written", "submit", *UNWRITTEN, *guards),
        *(*legs.writes(party), legs.submits()),
        *too_early("worker", "sign off their own work", "sign_off", *NOT_PERMITTED),
    )


def reviewed(party: Party) -> Legs:
    """Review the plan, and close the case when everything that closing asks for is there."""
    missing = ("closing_summary", "no_open_actions", "family_told")
    return (
        *(legs.starts_review(), legs.reviews()),
        takes("worker", "tries to close the case alone", "CloseCase", refused=NOT_PERMITTED, reason="NEEDS_MET"),
        takes("team-manager", "tries to close it before all is said and done", "CloseCase", refused=missing, reason="NEEDS_MET"),
        *(*legs.winds_up(party), legs.closes()),
    )


UNSEARCHED = ("involvement_checked", "threshold_early_help")
ROUTES: Mapping[str, Route] = {
    "early-help": routed(
        "Early help assessment",
        MARSHES.workflow,
        *(*legs.looks_up(), *legs.enters(MARSHES), *legs.asks(MARSHES)),
        *too_early("triage", "start triage before anybody looked", "begin_triage", "involvement_checked"),
        *(*legs.begins_triage(MARSHES), *legs.accepts(MARSHES), *agreed(MARSHES), *written(MARSHES)),
        *too_early("team-manager", "sign off before the level of need is decided", "sign_off", "level_decided"),
        *(legs.finds_level(MARSHES), legs.signs_off(), legs.records_need(MARSHES)),
        *too_early("worker", "start the plan while there is none", "start_plan", "conclusions_shared", *UNPLANNED, "needs_answered"),
        *(legs.shares(), *legs.makes_plan(MARSHES), legs.starts_plan(), *reviewed(MARSHES)),
    ),
    "caf": routed(
        "Common assessment framework",
        FENS.workflow,
        *(*legs.looks_up(), *legs.enters(FENS), *legs.asks(FENS)),
        takes("triage", "tries to accept the request before anybody looked", "AcceptRequest", refused=UNSEARCHED, teamId="$TEAM"),
        *(*legs.begins_triage(FENS), *legs.accepts(FENS), *agreed(FENS), *written(FENS, "elements_considered")),
        *too_early("team-manager", "register it before the family knows the conclusions", "sign_off", "conclusions_shared"),
        *(legs.shares(), legs.signs_off(), legs.records_need(FENS)),
        *too_early("worker", "start the plan while there is none", "start_plan", *UNPLANNED),
        *(*legs.makes_plan(FENS), legs.starts_plan(), *reviewed(FENS)),
    ),
}

DAYS = {"TODAY": 0, "IN_FIVE_WEEKS": 35, "IN_SIX_WEEKS": 42}
"""The days that the walks name, from today."""
BIRTHS = {"BORN": (3000, 2400), "BORN_SMALL": (1110, 320), "BORN_SIXTEEN": (5860, 320)}
"""How many days ago children were born at least, and how many more: of eight to fourteen years, of three, of sixteen."""


def days(today: dt.date, more: int = 0) -> dict[str, str]:
    """Return the days that the walks name. Each walk's child has a birthday of its own, or triage would have to tell two children apart."""
    moment = int(time.time()) + more
    email = {"EMAIL": f"leaving.soon.{secrets.token_hex(4)}@northmere.example"}
    ahead = {**DAYS, "IN_FOUR_MONTHS": 120, **{name: -least - moment % span for name, (least, span) in BIRTHS.items()}}
    return email | {name: (today + dt.timedelta(days=n)).isoformat() for name, n in ahead.items()}
