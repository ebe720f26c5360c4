"""What is done before a family's help begins: asking for it, triage, and everybody who is asked or told."""

from service.demo import names
from service.demo.telling import CAF, CASE_OF, Act, Told
from service.risk.rules import FACTORS, PROTECTIVE

SOURCES = {"school": "SCHOOL", "nurse": "SCHOOL_NURSE"}
REACHED_LATER = "Rang and agreed a day to visit."


async def enters_family(told: Told) -> None:
    """Enter everybody of the family, and their household, unless that was done for a case before."""
    part = told.asked_by
    for member in (*told.family.adults, *told.family.children):
        born = {"birthDate": member.birth_date.isoformat()} if member.birth_date else {}
        due = {"expectedOn": member.expected_on.isoformat()} if member.expected_on else {}
        given = {"givenName": member.name, "familyName": told.family.name, "kind": member.kind, "sex": member.sex}
        told.people[member.name] = await told.do(part, "addPerson", **given, **born, **due)
    members = [{"personId": told.person(each), "role": each.role} for each in (*told.family.adults, *told.family.children)]
    await told.do(part, "addHousehold", name=told.family.name, address=told.family.address, members=members)


async def asks_for_help(told: Told) -> None:
    """Ask for help for the family; a case is opened on its framework."""
    await enters_family(told)
    await requests(told, SOURCES.get(told.asked_by, "RELATIVE_OR_CARER"))


async def hands_over(told: Told) -> None:
    """Social care asks for help for a family whose case it means to close."""
    await enters_family(told)
    await requests(told, "SOCIAL_CARE")


async def requests(told: Told, source: str) -> None:
    """Send the request for help, which opens the case."""
    opens = {"framework": "COMMON_ASSESSMENT"} if told.framework == CAF else {}
    referrer = told.family.speaks_for_the_children.name if source == "RELATIVE_OR_CARER" else told.teller.actor(told.asked_by).name
    request = await told.do(
        told.asked_by,
        "requestHelp",
        householdId=told.kept_id("household", "addHousehold"),
        childIds=told.children(),
        localityId=told.teller.id("locality", told.place.locality),
        familyName=told.family.name,
        source=source,
        referrerName=referrer,
        worries=told.theme.worry,
        hopes=told.theme.hope,
        familyKnows=told.chance.random() < 0.8,
        **opens,
    )
    told.case = await told.teller.pool.fetchval(CASE_OF, request)


async def searches(told: Told) -> None:
    """Search for anybody who already helps the family."""
    await told.record("keeper", "checkInvolvement", note="Searched by name, date of birth and address.")


async def begins_triage(told: Told) -> None:
    """Begin triage, where the framework has a state for it."""
    if told.framework != CAF:
        await told.step("triage", "moveCase", trigger="begin_triage", note="Looked for an existing plan: there is none.")


async def asks_the_school(told: Told) -> None:
    """Ask the school what it knows."""
    question = {"question": "How is attendance, and who knows the children best?", "ground": "The mother agreed on the telephone."}
    await told.record("keeper", "askAgency", agencyId=told.teller.id("agency", names.SCHOOL), **question)


async def school_answers(told: Told) -> None:
    """Record what the school answered."""
    said = "Attendance is 81 per cent. The class teacher sees the children every day, and would come to a meeting."
    question = told.kept_id("agencyquestion", "askAgency")
    await told.do("keeper", "recordAgencyAnswer", questionId=question, answer=said, answeredBy="Helen Shaw", answeredOn=told.day())


def decides(level: int, outcome: str, reasons: str, part: str = "keeper", basis: str = "REQUEST", **more: object) -> Act:
    """Decide on the request, or on the assessment, at which level of need the children are and what is to happen."""

    async def act(told: Told) -> None:
        levels = [{"personId": child, "level": level} for child in told.children()]
        await told.record(part, "recordThreshold", basis=basis, levels=levels, outcome=outcome, reasons=reasons, **more)

    return act


needs_assessment = decides(
    2, "EARLY_HELP_ASSESSMENT", "More than one need, and no agency can meet them alone.", sections="Level 2, sections 4 and 6."
)
needs_advice = decides(
    1, "UNIVERSAL", "School and the children's centre can meet this.", familyView="They only wanted to know whom to ask."
)
needs_one_agency = decides(2, "SINGLE_AGENCY", "One need, which the school's family support worker can meet.")
needs_social_care = decides(
    4, "SOCIAL_CARE_ASSESSMENT", "An injury to a baby that nobody can explain.", goesOn="The request, and what the neighbour saw."
)
against_the_document = decides(1, "EARLY_HELP_ASSESSMENT", "Level 1 on paper, but the third request in a year.")


async def approves(told: Told) -> None:
    """Approve a decision against the threshold document, as a second person."""
    decision = told.kept_id("decision", "recordThreshold")
    await told.do("front_door_manager", "approveThreshold", decisionId=decision, note="I agree: the pattern counts.")


async def weighs_risk(told: Told) -> None:
    """Use the risk tool to think about what could harm the children."""
    factors = [
        {"factor": each, "presence": "SUSPECTED" if each == told.theme.factor else "NOT_PRESENT"} for each in map(str.upper, FACTORS)
    ]
    protective = [{"factor": each, "strength": "STRONG" if each == "SCHOOL" else "SOME"} for each in map(str.upper, PROTECTIVE)]
    analysis = {
        "harm": told.words(told.theme.need),
        "vulnerability": "Not seen by anybody outside the family during the holidays.",
        "protection": "School knows the children well, and a grandmother is near.",
        "childSays": told.theme.own_words,
        "outlook": "Slowly worse, as the last two terms were.",
    }
    await told.record("keeper", "recordRiskAssessment", childIds=told.children(), factors=factors, protectiveFactors=protective, **analysis)


async def finds_a_duplicate(told: Told) -> None:
    """Find that the first child was entered before, under a shorter name."""
    child = told.first_child
    assert child.birth_date
    given = {"givenName": child.name[:3], "familyName": told.family.name, "kind": "CHILD", "birthDate": child.birth_date.isoformat()}
    told.kept["the other"] = await told.do("triage", "addPerson", sex=child.sex, **given)


async def decides_duplicate(told: Told) -> None:
    """Decide that the two records are about one child."""
    pair = {"personId": told.person(told.first_child), "otherId": told.kept_id("person", "the other")}
    await told.record("triage", "decideDuplicate", same=True, reason="One date of birth and address; school writes the short name.", **pair)


async def accepts(told: Told) -> None:
    """Accept the request for the team of the family's locality."""
    note = "An assessment of the whole family."
    await told.step("triage", "acceptRequest", teamId=told.teller.id("team", told.place.team), note=note)


async def triage_starts(told: Told) -> None:
    """The front door starts the assessment."""
    await told.step("triage", "startAssessment", startedOn=told.day())


async def allocates(told: Told) -> None:
    """Give the case to a worker of the team."""
    await told.step("manager", "allocateCase", workerId=told.teller.id("practitioner", told.worker))
    told.is_allocated = True


async def tells_referrer(told: Told) -> None:
    """Tell the person who asked for help what was decided."""
    said = {"said": "Thank you for asking. We have decided, and will be in touch with the family.", "means": "TELEPHONE"}
    await told.record("keeper", "tellReferrer", toldOn=told.day(), **said)


async def cannot_tell_referrer(told: Told) -> None:
    """Record why the person who asked for help is not told."""
    await told.record("keeper", "tellReferrer", whyNot="They rang without a name, and left no number.")


async def checks_safety(told: Told) -> None:
    """Record whether a child would be at risk without this help."""
    said = {"atRisk": "NO", "risk": "None that anybody knows of.", "done": "School keeps an eye on them, and will ring us."}
    await told.record("keeper", "recordSafeguardingCheck", checkedOn=told.day(), **said)


def tries(means: str, note: str) -> Act:
    """Log an attempt to reach the family that did not reach it."""
    return lambda told: told.record("keeper", "logContactAttempt", triedOn=told.day(), means=means, reached=False, note=note)


async def rings(told: Told) -> None:
    """Reach the family on the telephone."""
    await told.record("worker", "logContactAttempt", triedOn=told.day(), means="TELEPHONE", reached=True, note=REACHED_LATER)
    await told.record("worker", "addNote", kind="TELEPHONE_CALL", happenedOn=told.day(), text=REACHED_LATER)


async def signposts_to_school(told: Told) -> None:
    """Close with the help of one agency, which agreed."""
    agency = {"agencyId": told.teller.id("agency", names.SCHOOL), "agencyAgreed": True}
    await told.step("triage", "signpostRequest", reason="SINGLE_AGENCY", advice="The family support worker will ring this week.", **agency)


async def signposts_to_nobody(told: Told) -> None:
    """Close with the help of one agency, without saying which."""
    await told.step("triage", "signpostRequest", reason="SINGLE_AGENCY", advice="Somebody will ring.")


async def signposts_with_advice(told: Told) -> None:
    """Close with advice."""
    advice = "Gave the number of the children's centre, and the times of the drop-in."
    await told.step("triage", "signpostRequest", reason="UNIVERSAL_ADVICE", advice=advice)
