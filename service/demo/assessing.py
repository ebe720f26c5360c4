"""What is done while a family is assessed: agreement, visits, the assessment itself, and what it comes to."""

from collections.abc import Mapping
from typing import Any

from service.deadlines.rules import day_in_london
from service.demo import names
from service.demo.answers import CHOICES, WITHOUT_A_PLAN, answers_to
from service.demo.families import Member
from service.demo.intake import decides
from service.demo.telling import CAF, EARLY_HELP, Told, moves
from service.forms.asking import Family, asked
from service.forms.parts import Section, Subject
from service.forms.published import FORMS
from service.people.rules import age_on

FORM_OF = {EARLY_HELP: FORMS["early-help", 1], CAF: FORMS["caf", 1]}


async def agrees(told: Told) -> None:
    """Record that the family agrees, for each child."""
    await answers_for_each(told, "AGREED")


async def refuses(told: Told) -> None:
    """Record that the family says no, for each child."""
    await answers_for_each(told, "REFUSED")


async def answers_for_each(told: Told, said: str) -> None:
    """Record the family's answer for each child."""
    for child in told.helped:
        await answers_for(told, child, said)


async def answers_for(told: Told, child: Member, said: str = "AGREED") -> None:
    """Record the family's answer for a child."""
    capacity = "MOTHER_OF_UNBORN" if child.kind == "UNBORN_CHILD" else "PARENTAL_RESPONSIBILITY"
    given = {"personId": told.person(child), "givenById": told.carer, "capacity": capacity, "answer": said}
    evidence = told.chance.choice(("SIGNED", "SPOKEN_AND_NOTED"))
    told.answers.append(await told.record("worker", "recordAgreement", evidence=evidence, answeredAt=told.at.isoformat(), **given))


async def withdraws(told: Told) -> None:
    """Withdraw what was agreed for every child."""
    for agreement in told.answers:
        await told.do("worker", "withdrawAgreement", agreementId=f"agreement_{agreement}", withdrawnById=told.carer, how="By telephone.")


async def starts(told: Told) -> None:
    """Start the assessment."""
    told.saved.clear()
    await told.step("worker", "startAssessment", startedOn=told.day())


async def assesses_again(told: Told) -> None:
    """Start another assessment, because so much has changed."""
    told.saved.clear()
    await told.step("worker", "moveCase", trigger="reassess", note="A new baby and another home.")


async def gathers_team(told: Told) -> None:
    """Bring the school and the nurse to the team around the family."""
    school = told.teller.id("practitioner", "school")
    await told.record("worker", "addTeamMember", practitionerId=school, part="School, and help with homework")
    if told.number % 2:
        await told.record("worker", "addTeamMember", practitionerId=told.teller.id("practitioner", "nurse"), part="Health and sleep")


async def visits(told: Told) -> None:
    """Visit the family, and see the children who can speak; one of them alone."""
    born = [child for child in told.helped if child.birth_date]
    seen = [{"personId": told.person(child), "alone": n == 0, "ownWords": told.theme.own_words} for n, child in enumerate(born)]
    text = told.chance.choice(names.VISITS)
    await told.record("worker", "addNote", kind="HOME_VISIT", happenedOn=told.day(), text=text, seen=seen)


# -- the form -----------------------------------------------------------------------------------------------------


def family_of(told: Told) -> Family:
    """Return of whom the form asks."""
    return Family(
        tuple(subject(told, child) for child in told.helped),
        tuple(subject(told, adult) for adult in told.family.adults),
    )


def subject(told: Told, member: Member) -> Subject:
    """Return somebody as a form asks of them."""
    age = age_on(member.birth_date, day_in_london(told.at)) if member.birth_date else None
    return Subject(told.people[member.name], member.name, age, member.kind == "UNBORN_CHILD")


async def writes(told: Told, choices: Mapping[str, str] = CHOICES) -> None:
    """Write the whole assessment, section by section."""
    assessment = f"assessment_{await told.last('assessment')}"
    for section, about in asked(FORM_OF[told.framework], family_of(told)):
        answers = [{"question": key, **said} for key, said in answers_to(told, section, about, choices)]
        if answers:
            await saves(told, assessment, section, about, answers)


async def saves(told: Told, assessment: str, section: Section, about: Subject | None, answers: list[dict[str, Any]]) -> None:
    """Save one section."""
    place = (section.key, str(about.id) if about else None)
    revision = told.saved.get(place, 0)
    given = {"section": section.key, "subjectId": about and f"person_{about.id}", "answers": answers}
    await told.do("worker", "saveSection", assessmentId=assessment, expectedRevision=revision, **given)
    told.saved[place] = revision + 1


async def writes_that_nothing_is_needed(told: Told) -> None:
    """Write the whole assessment of a family that needs nothing more."""
    await writes(told, WITHOUT_A_PLAN)


async def adds_fathers_view(told: Told) -> None:
    """Write anew what the manager found missing."""
    key, question = ("scale", "scale_why") if told.framework == EARLY_HELP else ("conclusions", "strengths")
    answers = rewritten(told, key, question, "They stick together. Their father would take them on Wednesdays too: he sees the weekends.")
    await saves(told, f"assessment_{await told.last('assessment')}", section_of(told, key), None, answers)


def section_of(told: Told, key: str) -> Section:
    """Return a section of the form of the case."""
    section = FORM_OF[told.framework].section(key)
    assert section
    return section


def rewritten(told: Told, key: str, question: str, text: str) -> list[dict[str, Any]]:
    """Return the answers of a section about the family, one of them in other words."""
    answers = dict(answers_to(told, section_of(told, key), None, CHOICES)) | {question: {"text": text}}
    return [{"question": each, **said} for each, said in answers.items()]


submits = moves("worker", "submit", "With the child's own words in their section.")
returns = moves("manager", "return_assessment", "Please say what the father thinks.")
submits_again = moves("worker", "submit", "His view is in it now.")
signs_off = moves("manager", "sign_off", "A clear assessment; go ahead.")
finds_level = decides(2, "EARLY_HELP_ASSESSMENT", "Two needs that hang together, for one team.", "manager", "ASSESSMENT")


async def shares(told: Told) -> None:
    """Share the conclusions with the family."""
    assessment = f"assessment_{await told.last('assessment')}"
    await told.do(
        "worker", "shareConclusions", assessmentId=assessment, sharedOn=told.day(), how="TOGETHER", note="Read it at the kitchen table."
    )


async def withholds(told: Told) -> None:
    """Record why the conclusions are not shared now."""
    why = "Not while her former partner reads her post; we meet at school next week."
    await told.do("worker", "shareConclusions", assessmentId=f"assessment_{await told.last('assessment')}", whyNot=why)


async def registers_without_plan(told: Told) -> None:
    """Sign the assessment off, and close: nothing more is needed."""
    await told.step("manager", "signOffNoPlan", reason="NO_FURTHER_ACTION", comment="The family manages well.")


async def corrects_assessment(told: Told) -> None:
    """Amend a section of an assessment that was signed off."""
    key, question = ("strengths", "network") if told.framework == EARLY_HELP else ("conclusions", "strengths")
    answers = rewritten(told, key, question, "Nan, and Mum's sister Jo, who was left out. Both would come to a meeting.")
    place = {"assessmentId": f"assessment_{await told.last('assessment')}", "section": key, "expectedRevision": told.saved[key, None]}
    await told.do("worker", "amendAssessment", answers=answers, reason="Mum's sister had been left out.", **place)
