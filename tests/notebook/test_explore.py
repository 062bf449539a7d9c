"""The kernel side of the view: what it answers, what it refuses, what it keeps to itself."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Literal

import pytest

import nocontact
from nocontact import Rulebook, Scenario
from nocontact.facts.asked import asked
from nocontact.notebook.conversation import LABELS, Conversation
from nocontact.notebook.exploration import Exploration


def talk(**answers: Any) -> Conversation:
    return Conversation(Exploration.of(Scenario(**answers), Rulebook.load()))


def said(conversation: Conversation, **message: Any) -> dict[str, dict[str, Any]]:
    """Return the replies by kind, as the page gets them."""
    replies = json.loads(json.dumps(list(conversation.replies(message))))
    return {reply["kind"]: reply for reply in replies}


def test_every_question_has_a_control_in_the_order_of_the_interview() -> None:
    form = said(talk(), kind="ready")["form"]
    names = [q["name"] for block in form["blocks"] for q in (*block["first"], *block["more"])]
    questions = Scenario.vocabulary().questions()
    assert sorted(names) == sorted(question.name for question in questions)
    assert [block["title"] for block in form["blocks"]] == ["Safety first", "You and them"]
    first = [q["name"] for block in form["blocks"] for q in block["first"]]
    short = [question.name for question in Scenario.vocabulary().short_form()]
    assert sorted(first) == sorted(short)


def test_all_words_of_the_view_are_in_the_catalogue() -> None:
    labels = said(talk(), kind="ready")["form"]["labels"]
    assert not any(labels[key].startswith("explore.") for key in LABELS)


def test_a_move_shows_the_new_answer_what_changed_and_the_next_question() -> None:
    move = {"question": "staying_away", "answer": "nothing_holds"}
    replies = said(talk(hope="some"), kind="moved", **move)
    shown = replies["shown"]
    assert shown["answers"] == {"hope": "some", "staying_away": "nothing_holds"}
    assert "A high wall" in shown["html"]
    assert "higher wall" in shown["changed"]["said"]
    assert replies["next"]["question"] == "now_unsafe"


def test_an_answer_says_which_move_it_is_for() -> None:
    conversation, move = talk(), ["a-page", 2]
    good = {"question": "hope", "answer": "some"}
    bad = {"question": "hope", "answer": "very"}
    assert said(conversation, kind="moved", **good, move=move)["shown"]["move"] == move
    assert said(conversation, kind="moved", **bad, move=move)["refused"]["move"] == move
    assert said(conversation, kind="ready")["shown"]["move"] is None


def test_a_new_kernel_takes_over_what_the_page_shows_once() -> None:
    """After a restart a move says what the earlier kernel had answered."""
    before = Conversation(Exploration.of(Scenario(hope="some"), Rulebook.load()), "one")
    shown = said(before, kind="ready")["shown"]
    assert shown["kernel"] == "one"
    after = Conversation(Exploration.of(Scenario(), Rulebook.load()), "two")
    kept = {"kernel": shown["kernel"], "answers": shown["answers"]}
    first = said(after, kind="moved", question="afraid", answer="no", **kept)["shown"]
    assert (first["answers"], first["kernel"]) == ({"afraid": "no", "hope": "some"}, "two")
    second = said(after, kind="moved", question="now_unsafe", answer="no", **kept)["shown"]
    assert second["answers"] == {"now_unsafe": "no", "afraid": "no", "hope": "some"}


@pytest.mark.parametrize("answers", [None, 5, {"hope": "much"}, {"hopes": "some"}])
def test_what_is_no_answer_is_not_taken_over(answers: Any) -> None:
    moved = {"kind": "moved", "question": "afraid", "answer": "no", "kernel": "other"}
    assert said(talk(), **moved, answers=answers)["shown"]["answers"] == {"afraid": "no"}


def test_at_the_start_nothing_has_changed() -> None:
    assert said(talk(), kind="ready")["shown"]["changed"] is None


def test_each_step_and_each_basis_has_a_place_whose_words_are_in_the_answer() -> None:
    shown = said(talk(reach_out="often", considering=["change_number"]), kind="ready")["shown"]
    text = shown["html"].replace("<strong>", "").replace("</strong>", "")
    names = [place["name"] for place in shown["places"]]
    assert {"standing", "wall", "stance", "help", "status.change_number"} <= set(names)
    assert all(place["said"].replace('"', "&quot;") in text for place in shown["places"])


@pytest.mark.parametrize(
    ("name", "asks"),
    [
        ("standing", "why"),
        ("wall", "why"),
        ("wall", "why_not"),
        ("status.change_number", "why_not"),
    ],
)
def test_why_and_why_not_come_as_html(name: str, asks: str) -> None:
    explained = said(talk(reach_out="often"), kind="asked", name=name, asks=asks)["explained"]
    assert explained["html"].startswith('<section class="nocontact"')


def test_everything_offered_can_be_asked() -> None:
    conversation = talk(reach_out="often")
    shown = said(conversation, kind="ready")["shown"]
    for place in (*shown["places"], *shown["others"]):
        for asks in place["asks"]:
            replies = said(conversation, kind="asked", name=place["name"], asks=asks)
            assert "<h3" in replies["explained"]["html"]


def test_a_refused_answer_is_said_kindly_and_the_last_good_one_stays() -> None:
    conversation = talk(hope="some")
    refused = said(conversation, kind="moved", question="danger_signs",
                   answer=["none", "choked"])["refused"]  # fmt: skip
    assert refused["said"].startswith("This did not fit.")
    assert "NC4" not in refused["said"]
    assert refused["answers"] == {"hope": "some"}
    assert conversation.now.scenario.answers() == {"hope": "some"}


@pytest.mark.parametrize("question", ["self", "no_such", "model_config", "__class__", ""])
def test_a_question_that_there_is_not_is_refused(question: str) -> None:
    assert "refused" in said(talk(), kind="moved", question=question, answer="yes")


@pytest.mark.parametrize(
    "message",
    [{}, {"kind": "ready2"}, {"kind": "moved", "question": 3, "answer": 1}, {"kind": "asked"},
     {"kind": "asked", "name": "wall", "asks": "__init__"}],
)  # fmt: skip
def test_anything_else_is_not_answered(message: dict[str, Any]) -> None:
    assert said(talk(), **message) == {}


def test_an_unknown_name_is_answered_with_the_problem() -> None:
    explained = said(talk(), kind="asked", name="<b>", asks="why")["explained"]
    assert "<b>" not in explained["html"]
    assert "nothing called" in explained["html"]


def test_where_help_is_urgent_nothing_more_is_asked() -> None:
    assert said(talk(self_harm_thoughts="yes"), kind="ready")["next"]["question"] is None


def test_questions_of_a_host_project_are_shown_too() -> None:
    class WithPets(Scenario):
        pets: Literal["no", "yes", "unknown"] = asked("Are there pets?", block="my_own")

    start = Exploration.of(WithPets(pets="yes"), Rulebook.load(scenario=WithPets))
    form = said(Conversation(start), kind="ready")["form"]
    assert form["blocks"][-1]["title"] == "my own"
    assert form["blocks"][-1]["first"][0]["text"] == "Are there pets?"


def test_without_the_library_the_way_out_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "anywidget", None)
    monkeypatch.delitem(sys.modules, "nocontact.notebook.widget", raising=False)
    with pytest.raises(nocontact.ExplanationError, match=r"NC806.*\n.*nocontact\[notebook\]"):
        nocontact.explore()


def test_the_widget_hides_answers_and_keeps_none_in_its_state() -> None:
    pytest.importorskip("anywidget")
    explorer = nocontact.explore(Scenario(staying_away="nothing_holds"))
    assert re.fullmatch(r"Explorer\(1 of \d+ questions answered; answers hidden\)", repr(explorer))
    assert explorer.recommendation.wall == "lock"
    state = {name: text for name, text in explorer.get_state().items() if name != "_esm"}
    assert "nothing_holds" not in json.dumps(state, default=str)


def test_the_widget_answers_messages_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("anywidget")
    explorer = nocontact.explore()
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr(explorer, "send", sent.append)
    explorer._handle_custom_msg({"kind": "moved", "question": "hope", "answer": "some"}, [])
    assert [message["kind"] for message in sent] == ["shown", "next"]
    assert explorer.scenario.answers() == {"hope": "some"}


PAGE = Path(__file__).with_name("views.mjs")


def test_no_two_views_share_an_id_a_name_or_an_answer_meant_for_one() -> None:
    pytest.importorskip("anywidget")
    node = shutil.which("node")
    if node is None:
        pytest.skip("no program here that runs the script of the page")
    explorer = nocontact.explore(Scenario(staying_away="nothing_holds"))
    replies = list(explorer._conversation.replies({"kind": "ready"}))
    given_text = json.dumps([str(explorer._esm), replies])
    done = subprocess.run([node, str(PAGE)], input=given_text, capture_output=True, text=True)
    assert done.stderr == ""
    found = json.loads(done.stdout)
    assert len({*found["views"]}) == 3
    for part in ("ids", "names"):
        one, two, again = ({*each} for each in found[part])
        assert one and two and again
        assert not one & two and not two & again and not one & again
    assert found["kept"] == [True, True, False]
    assert found["moved"]["answers"] == {"staying_away": "nothing_holds"}
    assert found["moved"]["kernel"] == explorer._conversation.kernel is not None
    assert all("Your answers are not saved" in each for each in found["still"])
    assert "nothing_holds" not in "".join(found["still"])


def test_what_one_view_asked_for_is_addressed_to_it() -> None:
    conversation = talk(hope="some")
    ready = list(conversation.replies({"kind": "ready", "view": "a"}))
    assert {reply["view"] for reply in ready} == {"a"}
    asked = {"kind": "asked", "name": "wall", "asks": "why", "view": "b"}
    assert [reply["view"] for reply in conversation.replies(asked)] == ["b"]
    moved = {"kind": "moved", "question": "hope", "answer": "strong", "move": ["a", 1]}
    assert not any("view" in reply for reply in conversation.replies(moved))


def test_where_the_view_cannot_live_a_few_words_stand_in_its_place() -> None:
    pytest.importorskip("anywidget")
    explorer = nocontact.explore(Scenario(staying_away="nothing_holds"), language="es")
    bundle = explorer._repr_mimebundle_()
    assert bundle is not None
    data, _ = bundle
    assert set(data) == {"text/plain", "text/markdown", "text/html",
                         "application/vnd.jupyter.widget-view+json"}  # fmt: skip
    title = Conversation(Exploration.of(Scenario(), Rulebook.load(), "es")).still.title
    assert title in data["text/html"] and title in data["text/markdown"]
    assert title in str(explorer._esm)
    assert "nothing_holds" not in json.dumps([data, explorer._esm.partition("\n")[0]])


def test_words_of_a_rulebook_cannot_turn_the_page() -> None:
    class Turned(Scenario):
        pets: Literal["no", "yes", "unknown"] = asked("Are \u202ethere pets?\x9b", block="my_own")

    start = Exploration.of(Turned(), Rulebook.load(scenario=Turned))
    sent = json.dumps(list(Conversation(start).replies({"kind": "ready"})), ensure_ascii=False)
    assert "Are \ufffdthere pets?\ufffd" in sent
    assert not {"\u202e", "\x9b"} & {*sent}


def test_the_page_loads_nothing_from_anywhere() -> None:
    pytest.importorskip("anywidget")
    from nocontact.notebook.widget import Explorer

    for text in (str(Explorer._esm), str(Explorer._css)):
        assert not any(word in text for word in ("http:", "https:", "import ", "@import", "url("))
