"""The risk tool: everything thought of, and nothing counted."""

from service.risk import rules

FACTORS = {key: {"factor": key, "presence": "not_present", "known": None} for key in rules.FACTORS}
PROTECTIVE = {key: {"factor": key, "strength": "some", "known": None} for key in rules.PROTECTIVE}


def test_version_1_has_nineteen_factors_and_eight_that_protect() -> None:
    assert (rules.VERSION, len(rules.FACTORS), len(rules.PROTECTIVE)) == (1, 19, 8)
    assert [key for key, each in rules.FACTORS.items() if each.reminds] == [
        "physical",
        "sexual",
        "exploitation",
        "harmful_practice",
        "child_mental_health",
    ]


def test_a_use_that_answers_everything_is_whole() -> None:
    assert list(rules.problems(FACTORS, PROTECTIVE, not_known=None)) == []


def test_names_what_is_not_thought_of() -> None:
    factors = {key: each for key, each in FACTORS.items() if key not in ("neglect", "history")}
    protective = {key: each for key, each in PROTECTIVE.items() if key != "voice"}

    first, second = rules.problems(factors, protective, not_known=None)

    assert first.path == ("factors",) and first.message.endswith("missing: Neglect; Earlier harm or earlier plans.")
    assert second.path == ("protectiveFactors",)


def test_what_is_not_known_is_said() -> None:
    unknown: rules.Answers = {**PROTECTIVE, "voice": {"factor": "voice", "strength": "not_known"}}

    assert [each.path for each in rules.problems(FACTORS, unknown, not_known=None)] == [("notKnown",)]
    assert list(rules.problems(FACTORS, unknown, not_known="What Jake thinks. His teacher could tell.")) == []


def test_the_last_word_on_a_factor_counts_and_what_is_left_out_stays() -> None:
    given = [{"factor": "neglect", "presence": "suspected"}, {"factor": "neglect", "presence": "present"}]

    found = rules.answers(given, FACTORS)

    assert found["neglect"]["presence"] == "present"
    assert found["history"] == FACTORS["history"]
