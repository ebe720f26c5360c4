"""What the reasons for ending have to be, written down apart from the definition."""

# fmt: off
ENDINGS = (
    ("UNIVERSAL_ADVICE", "Advice given; universal services can meet the need", "neutral", ""),
    ("SINGLE_AGENCY", "One agency can meet the need", "positive", "the agency, and that it agreed"),
    ("NO_FURTHER_ACTION", "Assessed; nothing more is needed", "neutral", "a signed-off assessment"),
    ("NEEDS_MET", "Needs met; outcomes achieved", "positive", "a final review with most outcomes achieved or partly achieved"),
    ("EHC_PLAN", "Needs are now met through an education, health and care plan", "transfer", "the date of the plan"),
    ("AGED_OUT", "Reached the upper age of the service", "transfer",
     "a date of birth that shows it; who supports the young person now, or that they want nobody"),
    ("MOVED_LA", "Moved to another council; record passed on", "transfer", "the council's code; consent to transfer"),
    ("MOVED_NO_TRANSFER", "Moved to another council; record not passed on", "transfer",
     "the council's code if known; a safeguarding check"),
    ("REQUEST_WITHDRAWN", "The person who asked for help withdrew the request", "neutral", "who withdrew it and why"),
    ("STEP_DOWN_RETURNED", "Returned to social care, which had kept its case open", "not_taken", "why; that social care was told"),
    ("DECEASED", "Child or unborn child died", "other", "the date of death or loss"),
    ("DUPLICATE", "Duplicate of another case", "administrative", "the case that goes on"),
    ("OPENED_IN_ERROR", "Opened in error", "administrative", "what the error was"),
    ("DECLINED", "The family said no", "disengaged", "who said no; the advice given"),
    ("CONSENT_WITHDRAWN", "The family withdrew", "disengaged", "who withdrew; a safeguarding check"),
    ("UNCONTACTABLE", "The family could not be reached", "disengaged", "three attempts; a safeguarding check"),
    ("STEP_UP_S17", "Social care took the case: child in need", "escalation", "the date of social care's decision"),
    ("STEP_UP_S47", "Social care took the case: child protection", "escalation", "the date of social care's decision"),
    ("STEP_UP_LAC", "Child became looked after", "escalation", "the date of social care's decision"),
)
"""Code, label, class of outcome, what must be recorded."""
# fmt: on
