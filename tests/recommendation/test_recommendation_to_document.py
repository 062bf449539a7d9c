"""The document: what a person reads, in which order, and what a crisis leaves out."""

import json
from collections.abc import Iterator

import pytest

from nocontact import Recommendation, Scenario, recommend
from nocontact.display import (
    Block,
    Callout,
    Details,
    Document,
    Heading,
    Items,
    Paragraph,
    document_to_text,
)
from nocontact.recommendation import AUDIENCES, DETAILS, Audience, Detail

BUSY = {
    "now_unsafe": "no",
    "danger_signs": ["none"],
    "afraid": "no",
    "commitment": "committed",
    "hope": "some",
    "aims": ["punish", "heal"],
    "staying_away": "nothing_holds",
    "pull": {"email": "always_look", "phone": "sometimes_look"},
    "reach_out": "often",
    "times_gone_back": "3+",
    "close_to_going_back": "yes",
    "partner_space": "keeps_trying",
    "how_i_am": ["low_most_days"],
    "private_device": "yes",
    "must_stay_in_touch": ["none"],
    "considering": {"change_number": ["punish"], "mute_thread": ["heal"]},
}
SCENARIOS = {
    "nothing said": {},
    "busy": BUSY,
    "danger": {**BUSY, "danger_signs": ["choked"], "danger_when": "now"},
    "thoughts of dying": {**BUSY, "self_harm_thoughts": "yes"},
    "danger now": {**BUSY, "now_unsafe": "yes"},
}


def _answer(name: str) -> Recommendation:
    return recommend(Scenario.model_validate(SCENARIOS[name]), engine="reference")


def _all(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Callout | Details):
            yield from _all(block.blocks)
        if isinstance(block, Items):
            for item in block.items:
                yield from _all(item.blocks)


@pytest.mark.parametrize("name", SCENARIOS)
@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("detail", DETAILS)
def test_nothing_is_empty_and_no_id_of_a_message_shows(
    name: str, detail: Detail, audience: Audience
) -> None:
    rec = _answer(name)
    for block in _all(rec.to_document(detail=detail, audience=audience).blocks):
        match block:
            case Paragraph(text) | Heading(_, text):
                assert "".join(each.text for each in text).strip()
            case Items(items):
                assert items
                assert all(item.text for item in items)
    ids = {key for key in rec.rulebase.parsed.messages["en"] if "." in key}
    shown = rec.to_text(detail=detail, audience=audience)
    assert not ids - {*rec.rulebase.rules_by_id} & {*shown.split()}


@pytest.mark.parametrize(
    ("name", "sections"),
    [
        ("thoughts of dying", ["To keep people from harm", "Not alone"]),
        ("danger now", ["To keep people from harm"]),
    ],
)
def test_in_a_crisis_only_crisis_help_is_shown(name: str, sections: list[str]) -> None:
    rec = _answer(name)
    headings = [block.text[0].text for block in _all(rec.to_document(detail="record").blocks)
                if isinstance(block, Heading)]  # fmt: skip
    assert headings == ["What you can do now", *sections]
    for detail in DETAILS:
        text = rec.to_text(detail=detail)
        for hidden in (
            "wall",
            "Get a new number",
            "What would help us",
            "nothing for now",
            "Later",
        ):
            assert hidden not in text
        assert "Call or text a crisis line" in text
    assert rec.to_document(detail="more") == rec.to_document()


def test_in_a_crisis_the_data_is_still_there() -> None:
    rec = _answer("thoughts of dying")
    assert list(rec.considered) == ["change_number", "mute_thread"]
    assert rec.wall == "sealed"


def test_danger_comes_first_and_nothing_says_to_go_ahead() -> None:
    text = _answer("danger").to_text(detail="record")
    first = text.index("Safety comes first.")
    assert first < text.index("What you are thinking of") < text.index("What you can do now")
    assert "You can take steps now." not in text


UNSAFE: dict[str, dict[str, object]] = {
    "no device": {"private_device": "no"},
    "nothing asked": {},
    "danger open": {**BUSY, "private_device": "no", "danger_signs": None, "afraid": "yes"},
    "hit": {**BUSY, "danger_signs": ["hit_or_hurt"], "private_device": "no"},
    "asked to stop": {**BUSY, "private_device": "no", "asked_of_me": "stop"},
}


@pytest.mark.parametrize("name", UNSAFE)
def test_no_line_about_safety_is_cut_or_folded_from_the_record(name: str) -> None:
    answers = {key: value for key, value in UNSAFE[name].items() if value is not None}
    rec = recommend(Scenario.model_validate(answers), engine="reference")
    safety = [note for note in rec.notes if note.is_safety]
    asked = [question for question in rec.ask if question.block == "safety"]
    assert safety or asked
    decide = [verdict.deciding for verdict in rec.considered.values()]
    reasons = [each for deciding in decide for each in deciding if each.voice == "safety"]
    first = [deciding[0] for deciding in decide if deciding]
    said = [*(note.text for note in safety), *(question.asks for question in asked)]
    record = rec.to_document(detail="record")
    for shown, whys in (
        (rec.to_text(10_000, detail="record"), reasons),
        (_open_text(record), first),
    ):
        lines = [*said, *(reason.because for reason in whys)]
        assert [line for line in lines if line not in shown] == []
    card = rec.to_text(10_000)
    assert not safety or safety[0].text in card
    assert not asked or asked[0].asks in card
    data = json.loads(rec.to_json(brief=True))
    assert [note["id"] for note in data["notes"]] == [note.id for note in safety]
    assert [question["name"] for question in data["ask"]] == [each.name for each in asked]


def test_the_whole_answer_folds_no_question_about_safety() -> None:
    rec = recommend(Scenario(), engine="reference")
    asked = [question.asks for question in rec.ask if question.block == "safety"]
    assert len(asked) > 5
    for document in (rec.to_document(detail="record"), rec.ask.to_document()):
        shown = _open_text(document)
        assert [line for line in asked if line not in shown] == []


def test_what_is_brief_says_nothing_of_the_rest() -> None:
    whole, brief = (_answer("busy").to_json(brief=brief) for brief in (False, True))
    assert len(brief) < len(whole) / 4
    assert "trace" not in json.loads(brief)
    assert json.loads(brief)["schema"] == "nocontact.recommendation.brief/1"
    kept = {key: json.loads(whole)[key] for key in ("standing", "wall", "steps", "considered")}
    assert {key: json.loads(brief)[key] for key in kept} == kept


def test_in_a_crisis_brief_data_holds_crisis_help_alone() -> None:
    data = json.loads(_answer("thoughts of dying").to_json(brief=True))
    assert (data["help"], data["considered"], data["notes"], data["ask"]) == ("urgent", {}, [], [])
    assert data["steps"]


def _open_text(document: Document) -> str:
    """Return what is read without unfolding anything."""
    return document_to_text(document, width=10_000, folded=True)


def test_each_step_shows_its_first_why_with_its_source_and_folds_the_rest() -> None:
    rec = _answer("busy")
    folded = document_to_text(rec.to_document(detail="record"), width=200, folded=True)
    for step in rec.steps:
        assert f"Why: {step.purposes[0].because} [" in folded
        assert step.tactic not in folded
    whole = rec.to_text(width=200, detail="record")
    for step in (*rec.steps, *rec.later):
        assert f"{step.tactic}: " in whole


def test_rule_ids_are_folded_and_every_deciding_rule_is_there() -> None:
    rec = recommend(Scenario.model_validate({**BUSY, "asked_of_me": "stop"}), engine="reference")
    rules = [reason.rule for reason in rec.considered["change_number"].deciding]
    record = rec.to_document(detail="record")
    whole, folded = (document_to_text(record, width=200, folded=each) for each in (False, True))
    assert {*rules} == {"status.wrong-target", "status.they-asked-you-to-stop"}
    assert all(rule in whole for rule in rules)
    assert not any(rule in folded for rule in rules)


def test_a_basis_names_only_the_rules_that_made_it_as_strong_as_it_is() -> None:
    text = _answer("busy").to_text(width=200, detail="record")
    assert "wall.sealed" in text
    assert "wall.friction" not in text


def test_other_ways_are_few_short_and_not_said_twice() -> None:
    rec = _answer("busy")
    lines = [
        line
        for line in rec.to_text(width=400, detail="record").splitlines()
        if "Other ways:" in line
    ]
    assert lines
    said = [line.partition("Other ways: ")[2] for line in lines]
    assert len(set(said)) == len(said)
    planned = {step.plain.partition(". ")[0] for step in (*rec.steps, *rec.later)}
    assert not [line for line in said if any(plain in line for plain in planned)]


def test_what_serves_better_is_only_named_when_it_may_be_done_now() -> None:
    rec = recommend(
        Scenario(danger_signs={"hit_or_hurt"}, considering={"last_talk_alone"}), engine="reference"
    )
    instead = rec.considered["last_talk_alone"].instead
    assert "advocate_safety_plan" in instead
    assert all(rec.verdicts[each].fit == "fits" for each in instead)
