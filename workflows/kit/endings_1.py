"""The reasons for which a case ends, what class of outcome each is and what must be recorded for it, first edition."""

from workflows.kit.parts import Ending

# fmt: off
ENDINGS = {each.code: each for each in (
    Ending("UNIVERSAL_ADVICE", "Advice given; universal services can meet the need", "neutral"),
    Ending("SINGLE_AGENCY", "One agency can meet the need", "positive", ("the agency, and that it agreed",)),
    Ending("NO_FURTHER_ACTION", "Assessed; nothing more is needed", "neutral", ("a signed-off assessment",)),
    Ending("NEEDS_MET", "Needs met; outcomes achieved", "positive", ("a final review with most outcomes achieved or partly achieved",)),
    Ending("EHC_PLAN", "Needs are now met through an education, health and care plan", "transfer", ("the date of the plan",)),
    Ending("AGED_OUT", "Reached the upper age of the service", "transfer",
           ("a date of birth that shows it", "who supports the young person now, or that they want nobody")),
    Ending("MOVED_LA", "Moved to another council; record passed on", "transfer", ("the council's code", "consent to transfer")),
    Ending("MOVED_NO_TRANSFER", "Moved to another council; record not passed on", "transfer",
           ("the council's code if known", "a safeguarding check")),
    Ending("REQUEST_WITHDRAWN", "The person who asked for help withdrew the request", "neutral", ("who withdrew it and why",)),
    Ending("STEP_DOWN_RETURNED", "Returned to social care, which had kept its case open", "not_taken",
           ("why", "that social care was told")),
    Ending("DECEASED", "Child or unborn child died", "other", ("the date of death or loss",)),
    Ending("DUPLICATE", "Duplicate of another case", "administrative", ("the case that goes on",)),
    Ending("OPENED_IN_ERROR", "Opened in error", "administrative", ("what the error was",)),
    Ending("DECLINED", "The family said no", "disengaged", ("who said no", "the advice given")),
    Ending("CONSENT_WITHDRAWN", "The family withdrew", "disengaged", ("who withdrew", "a safeguarding check")),
    Ending("UNCONTACTABLE", "The family could not be reached", "disengaged", ("three attempts", "a safeguarding check")),
    Ending("STEP_UP_S17", "Social care took the case: child in need", "escalation", ("the date of social care's decision",)),
    Ending("STEP_UP_S47", "Social care took the case: child protection", "escalation", ("the date of social care's decision",)),
    Ending("STEP_UP_LAC", "Child became looked after", "escalation", ("the date of social care's decision",)),
)}
# fmt: on
FOR_CHILD = (
    *("SINGLE_AGENCY", "NO_FURTHER_ACTION", "NEEDS_MET", "EHC_PLAN", "AGED_OUT", "MOVED_NO_TRANSFER", "DECEASED", "OPENED_IN_ERROR"),
    *("DECLINED", "CONSENT_WITHDRAWN", "STEP_UP_S17", "STEP_UP_S47", "STEP_UP_LAC"),
)
"""Those for which help can end for one child while the case goes on."""
