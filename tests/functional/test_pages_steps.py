"""Taking a step from the pages."""

from typing import Any

import pytest
from graphql import GraphQLEnumType, GraphQLNonNull, get_named_type

from service.cases.rules import MOVE_CASE, mutation_of
from service.graph.schema import SCHEMA
from service.web.asking import Again
from service.web.fields import Kind
from service.web.forms import FORMS
from service.web.steps import BESIDES, REMEDIES, document_of
from tests.functional.api import Api
from tests.functional.council import gid
from tests.functional.families import Family
from tests.functional.pages import Page, Pages
from tests.functional.recording import check_safety, find_universal, pause, tell_referrer
from workflows import WORKFLOWS


def address(api: Api, step: str = "") -> str:
    """Return the address of the only case, or of a step of it."""
    [row] = api.sql("SELECT reference FROM cases")
    return f"/cases/{row['reference']}" + (f"/{step}" if step else "")


def fill_in(api: Api, who: str, step: str, **typed: Any) -> tuple[Pages, dict[str, Any]]:
    """Open a step's form as somebody, and fill it in."""
    somebody = Pages(api, who)
    form = somebody.get(address(api, step)).form(f"/{step}")
    return somebody, {**form, **typed}


def taken(api: Api, who: str, step: str, **typed: Any) -> Page:
    """Open a step's form as somebody, fill it in and send it."""
    somebody, form = fill_in(api, who, step, **typed)
    return somebody.send(address(api, step), form)


def day(prefix: str, date: str) -> dict[str, str]:
    """Type a date."""
    year, month, number = date.split("-")
    return {f"{prefix}-day": number, f"{prefix}-month": month, f"{prefix}-year": year}


# -- what the tables say -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("workflow", WORKFLOWS.values(), ids=lambda each: each.module)
def test_runs_each_step_with_the_mutation_that_the_workflow_has_for_it(workflow: Any) -> None:
    for transition in workflow.transitions:
        mutation = mutation_of(workflow, transition)
        assert document_of(transition.trigger) == mutation[0].upper() + mutation[1:], transition.trigger
        assert mutation == MOVE_CASE or FORMS[document_of(transition.trigger)]


def test_asks_for_all_that_a_mutation_takes() -> None:
    for document, asked in FORMS.items():
        mutation = SCHEMA.graphql_schema.mutation_type.fields[document[0].lower() + document[1:]]
        fields = get_named_type(mutation.args["input"].type).fields
        required = {name for name, field in fields.items() if isinstance(field.type, GraphQLNonNull)}
        assert required <= {each.name for each in asked} | {"caseId", "expectedVersion", "idempotencyKey", "trigger"}, document
        for each in asked:
            assert each.field.missing or not each.required, f"{document}.{each.name} says nothing when it is left empty"
            named = get_named_type(fields[each.name].type)
            if each.field.kind is Kind.CHOICE:
                assert isinstance(named, GraphQLEnumType) and set(each.field.choices or {}) == set(named.values)


def test_knows_the_guards_that_its_fields_and_links_answer() -> None:
    guards = {guard.key for workflow in WORKFLOWS.values() for each in workflow.transitions for guard in each.guards}
    answered = {guard for asked in FORMS.values() for each in asked for guard in each.field.guards}

    assert {*answered, *REMEDIES} <= guards
    assert set(REMEDIES.values()) <= set(BESIDES)


# -- steps that are taken ----------------------------------------------------------------------------------------


def test_takes_a_step_with_its_note_and_goes_back_to_the_case(api: Api, family: Family) -> None:
    family.searched()

    answer = taken(api, "triage", "begin_triage", note="Looked: nobody helps yet.\r\nSecond line.")

    assert (answer.status, answer.answer.headers["location"]) == (303, address(api))
    assert family.state() == "triage"
    history = api.ask("triage", "query Q($id: ID!) { case(id: $id) { history(first: 1) { edges { node { note } } } } }", id=family.case)
    assert history["case"]["history"]["edges"][0]["node"]["note"] == "Looked: nobody helps yet.\nSecond line."


def test_says_once_that_the_change_is_recorded(api: Api, family: Family) -> None:
    family.searched()
    taken(api, "triage", "begin_triage")
    somebody = Pages(api, "triage")
    somebody.headers["Cookie"] += "; early_help_said=moved"

    page = somebody.get(address(api))

    assert "Your change is recorded." in page.text
    assert 'early_help_said=""' in page.answer.headers["set-cookie"]


def test_takes_a_form_of_every_kind_of_field(api: Api, family: Family) -> None:
    family.decided()
    taken(api, "triage", "accept", teamId=gid("team", "North Family Team"))
    assert family.state() == "awaiting_agreement"

    taken(api, "manager", "allocate", workerId=gid("practitioner", "worker"))
    for child in family.children:
        given = {"givenById": family.mother, "capacity": "PARENTAL_RESPONSIBILITY", "answer": "AGREED", "evidence": "SIGNED"}
        assert taken(api, "worker", "record_agreement", personId=child, **given).status == 303
    today = api.sql("SELECT (now() AT TIME ZONE 'Europe/London')::date::text AS day")[0]["day"]
    assert taken(api, "worker", "start_assessment", **day("startedOn", today)).status == 303
    assert family.state() == "assessing"

    concern = {
        "urgency": "NOW",
        "concern": "A bruise.",
        "childIds": [family.jake, family.mia],
        "toldFamilyOrWhyNot": "It would not be safe.",
    }
    assert taken(api, "worker", "escalate", **concern).status == 303
    said = {f"alone-{family.mia}": "yes", f"words-{family.mia}": "I like the dog."}
    note = {"kind": "HOME_VISIT", "text": "All at home.", "seen": [family.mia, family.mother], **day("happenedOn", today), **said}
    assert taken(api, "worker", "add_note", **note).status == 303
    assert api.events("case", family.case)[-2:] == ["ConcernEscalated", "NoteAdded"]
    rows = api.sql("SELECT alone, own_words FROM note_seen ORDER BY alone")
    assert [(row["alone"], row["own_words"]) for row in rows] == [(False, None), (True, "I like the dog.")]


def test_records_that_an_agreement_was_withdrawn(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    agreement = family.agree(family.mia)

    page = Pages(api, "worker").get(address(api, "withdraw_agreement"))
    answer = taken(api, "worker", "withdraw_agreement", agreementId=agreement, how="She rang.")

    assert "Mia Harlow , agreed by Sarah Harlow on" in page.text
    assert answer.status == 303
    assert "Mia Harlow : withdrawn" in Pages(api, "worker").get(address(api)).text


def test_a_form_that_is_sent_twice_has_one_effect(api: Api, family: Family) -> None:
    family.searched()
    somebody, form = fill_in(api, "triage", "begin_triage", note="Once.")

    answers = [somebody.send(address(api, "begin_triage"), form) for _ in range(2)]

    assert [answer.status for answer in answers] == [303, 303]
    assert api.events("case", family.case).count("TriageBegun") == 1


def test_closes_a_duplicate_by_the_reference_of_the_case_that_goes_on(api: Api, family: Family) -> None:
    family.in_triage()
    other = Family(api)
    other.in_triage()
    rows = {f"case_{row['id']}": row["reference"] for row in api.sql("SELECT id, reference FROM cases")}
    where = f"/cases/{rows[family.case]}/close_in_error"
    somebody = Pages(api, "north_manager")
    form = {**somebody.get(where).form("/close_in_error"), "reason": "DUPLICATE", "note": "The same family."}

    with api.nothing_changes():
        unknown = somebody.send(where, {**form, "survivingCaseId": "EH-1999-0001"})
    answer = somebody.send(where, {**form, "survivingCaseId": rows[other.case].lower()})

    assert "There is no case with this reference that you may see." in unknown.text
    assert answer.status == 303, answer.text
    assert family.state() == "closed"


def test_a_change_whose_end_is_not_known_can_be_sent_again_as_it_was(api: Api, family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    family.searched()
    somebody, form = fill_in(api, "triage", "begin_triage", note="Looked.")

    async def cut_off(*_: Any) -> None:
        raise Again("The connection broke while saving.")

    with monkeypatch.context() as patch:
        patch.setattr("service.web.taking.change", cut_off)
        page = somebody.send(address(api, "begin_triage"), form)
    again = somebody.send(address(api, "begin_triage"), page.form("/begin_triage"))

    assert page.status == 503
    assert "The connection broke while saving." in page.text
    assert page.form("/begin_triage") == form
    assert again.status == 303


# -- steps that are not ------------------------------------------------------------------------------------------


def test_says_what_is_missing_and_keeps_what_was_typed(api: Api, family: Family) -> None:
    family.assessing()
    check_safety(family)

    with api.nothing_changes():
        page = taken(
            api, "worker", "pause", why="They are away.", **{"pauseUntil-day": "31", "pauseUntil-month": "2", "pauseUntil-year": "2027"}
        )

    assert page.status == 422
    assert page.links["Choose who asked."] == "#askedById"
    assert page.links["Enter a real date, such as 3 9 2026."] == "#pauseUntil"
    assert {"askedById", "pauseUntil"} <= page.ids
    assert page.form("/pause")["why"] == "They are away."
    assert page.form("/pause")["pauseUntil-day"] == "31"


def test_puts_a_refusal_beside_the_field_that_answers_it(api: Api, family: Family) -> None:
    family.in_triage()
    find_universal(family)
    tell_referrer(family)

    with api.nothing_changes():
        page = taken(api, "triage", "signpost", reason="SINGLE_AGENCY", advice="They have a group.")

    assert page.status == 422
    assert page.links["Name the agency that will help, and record that it agreed."] == "#agencyId"
    assert page.form("/signpost")["advice"] == "They have a group."
    assert 'value="SINGLE_AGENCY" checked' in page.html


def test_offers_only_the_reasons_that_the_step_allows_and_none_chosen(api: Api, family: Family) -> None:
    family.in_triage()
    find_universal(family)
    tell_referrer(family)

    page = Pages(api, "triage").get(address(api, "signpost"))

    assert page.html.count('name="reason" type="radio"') == 2
    assert " checked" not in page.html


def test_tells_who_moved_the_case_meanwhile_and_keeps_what_was_typed(api: Api, family: Family) -> None:
    family.assessed()
    somebody, form = fill_in(api, "worker", "submit", note="Ready, I think.")
    pause(family, "manager")

    with api.nothing_changes():
        page = somebody.send(address(api, "submit"), form)

    assert page.status == 422
    assert "Dawn Fry changed this while you were working on it" in page.text
    assert "It is now in: Paused at the family's request." in page.text
    assert "What you wrote" in page.text and "Ready, I think." in page.text


def test_lets_a_step_be_taken_again_after_another_change(api: Api, family: Family) -> None:
    family.assessed()
    somebody, form = fill_in(api, "worker", "submit", note="Ready, I think.")
    family.step("manager", "amendCase", familyName="Harlow-Reed")

    page = somebody.send(address(api, "submit"), form)
    again = somebody.send(address(api, "submit"), page.form("/submit"))

    assert (page.status, page.form("/submit")["note"]) == (422, "Ready, I think.")
    assert again.status == 303
    assert family.state() == "awaiting_sign_off"


def test_shows_no_form_for_a_step_that_is_blocked(api: Api, family: Family) -> None:
    family.awaiting_agreement()

    page = Pages(api, "worker").get(address(api, "start_assessment"))

    assert "Nobody who may agree for Jake and Mia has agreed" in page.text
    assert not any(action.endswith("/start_assessment") for action in page.forms)


@pytest.mark.parametrize("step", ["nonsense", "sign_off", "start_plan"])
def test_knows_no_step_that_the_case_does_not_have(api: Api, family: Family, step: str) -> None:
    family.awaiting_agreement()

    assert Pages(api, "worker").get(address(api, step)).status == 404


def test_opens_no_form_that_a_role_does_not_permit(api: Api, family: Family) -> None:
    family.awaiting_sign_off()

    page = Pages(api, "worker").get(address(api, "sign_off"))

    assert page.status == 403
    assert "Your role does not allow this here." in page.text


def test_refuses_a_step_that_is_not_permitted_also_when_it_is_sent(api: Api, family: Family) -> None:
    family.concluded()
    _, form = fill_in(api, "manager", "sign_off", comment="Good.")
    worker = Pages(api, "worker")
    form["csrf"] = worker.get(address(api, "add_note")).form("/add_note")["csrf"]

    with api.nothing_changes():
        page = worker.send(address(api, "sign_off"), form)

    assert page.status == 422
    assert "You wrote part of this assessment. Somebody else must check it." in page.text


@pytest.mark.parametrize("spoilt", [{"csrf": "wrong"}, {"csrf": None}, {"csrf": "\N{SNOWMAN}"}])
def test_takes_no_form_of_another_sign_in(api: Api, family: Family, spoilt: dict[str, Any]) -> None:
    family.searched()
    somebody, form = fill_in(api, "triage", "begin_triage")

    with api.nothing_changes():
        page = somebody.send(address(api, "begin_triage"), {**form, **spoilt})

    assert page.status == 403
    assert "Load the page again, then send it." in page.text


def test_says_when_too_much_is_sent_at_once(api: Api, family: Family) -> None:
    family.searched()
    somebody, form = fill_in(api, "triage", "begin_triage")

    with api.nothing_changes():
        long = somebody.send(address(api, "begin_triage"), {**form, "note": "x" * 20_001})
        far_too_long = somebody.send(address(api, "begin_triage"), {**form, "note": "x" * 1_000_001})

    assert long.status == 422
    assert "Write at most 20,000 characters; these are 20,001." in long.text
    assert far_too_long.status == 413


def test_takes_no_form_from_another_site(api: Api, family: Family) -> None:
    family.searched()
    somebody, form = fill_in(api, "triage", "begin_triage")

    with api.nothing_changes():
        page = somebody.send(address(api, "begin_triage"), form, **{"Sec-Fetch-Site": "cross-site"})

    assert page.status == 403


def test_takes_no_form_of_somebody_who_is_not_signed_in(api: Api, family: Family) -> None:
    family.searched()
    _, form = fill_in(api, "triage", "begin_triage")

    with api.nothing_changes():
        assert Pages(api, None).send(address(api, "begin_triage"), form).status == 401


def test_a_case_that_may_not_be_seen_has_no_steps(api: Api, family: Family) -> None:
    family.assessing()

    assert Pages(api, "southerner").get(address(api, "pause")).status == 404
