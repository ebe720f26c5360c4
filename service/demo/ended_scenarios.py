"""What happens after the end: a case that was closed by mistake, one that was opened by mistake, and a family that comes back."""

from dataclasses import replace

from service.demo import legs
from service.demo.legs import Legs
from service.demo.party import Party
from service.demo.route import Step, records, takes
from service.demo.scenarios import one, refused

KHALIDS, LISLES = one("Otis", "Khalid", "Sana"), one("Iona", "Lisle", "Mairi", "caf")
WRIGHTS = one("Linus", "Wright", "Petra")
MISTAKE = "It was another family of the name that was to be closed."


def to_close(party: Party) -> Legs:
    """Go from nothing to where the case can be closed."""
    return (*legs.to_plan(party), legs.starts_review(), legs.reviews(), *legs.winds_up(party))


def closed_by_mistake() -> Legs:
    """The wrong family's case is closed: another manager lets it go on where it was."""
    corrects = takes("team-manager", "lets the case go on", "CorrectClosure", why=MISTAKE)
    by_another = replace(corrects, who="service-manager", state=KHALIDS.workflow.states["reviewing"].title)
    return (*to_close(KHALIDS), legs.closes(), refused(corrects, "separation"), by_another, legs.closes("closes it for good"))


def opened_by_mistake() -> Legs:
    """A case cannot be called a mistake when its assessment has been signed off."""
    close = takes("team-manager", "closes it as opened in error", "CloseInError", "close_in_error", reason="OPENED_IN_ERROR", note=MISTAKE)
    return (*legs.to_sign_off(LISLES), legs.shares(), legs.signs_off(), refused(close, "not_yet_assessed"))


def comes_back() -> Legs:
    """The family asks again in the year of its closure: a new case, linked to the old one, and counted as a re-referral."""
    linked = ("caseByReference", "previousCase", "id")
    finds = {linked: "$FIRST", ("caseByReference", "isRereferral"): True}
    return (
        *(*to_close(WRIGHTS), legs.closes()),
        Step("worker", "keeps the case in mind", "CaseId", {"reference": "$REFERENCE"}, {"FIRST": ("caseByReference", "id")}),
        *(*legs.asks(WRIGHTS), *legs.begins_triage(WRIGHTS), *legs.accepts(WRIGHTS)),
        Step("worker", "finds the case before it", "CaseBefore", {"reference": "$REFERENCE"}, finds=finds),
        records(
            "worker", "adds what is known from before", "AddNote", kind="OTHER", happenedOn="$TODAY", text="The plan of last time helped."
        ),
    )


ENDED: tuple[tuple[str, Party, Legs], ...] = (
    ("Closed by mistake", KHALIDS, closed_by_mistake()),
    ("Opened by mistake", LISLES, opened_by_mistake()),
    ("Back within the year", WRIGHTS, comes_back()),
)
