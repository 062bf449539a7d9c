"""Every example is a story, an answer and a script, and each takes a path of its own."""

import re
import runpy
from pathlib import Path

import pytest

from nocontact import Recommendation, recommend, scenario_from_path

FOLDER = Path(__file__).resolve().parents[2] / "examples"
STORIES = sorted(FOLDER.glob("*.yaml"))


def _answer(name: str) -> Recommendation:
    return recommend(scenario_from_path(FOLDER / f"{name}.yaml"))


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.stem)
def test_a_story_is_told_in_two_sentences_before_the_answers(story: Path) -> None:
    comment = re.match(r"(# .+\n)+?(?=# yaml-language-server)", story.read_text("utf-8"))
    assert comment
    told = comment.group().replace("# ", "").replace("\n", " ")
    assert len(re.findall(r"[.!?] ", told)) == 2


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.stem)
def test_a_script_runs_and_says_what_to_look_at(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = story.with_suffix(".py")
    assert "# Look at: " in script.read_text("utf-8")
    runpy.run_path(str(script))
    assert capsys.readouterr().out.strip()


def test_a_high_wall_is_built_on_ones_own_side_and_reaches_both_ways() -> None:
    rec = _answer("high_wall")
    assert (rec.standing, rec.stance) == ("proceed", "leave_be")
    assert (rec.wall, rec.wall_in, rec.wall_out) == ("lock", "lock", "lock")
    assert {rec.rulebase.tactics[step.tactic].notice for step in rec.steps} == {"invisible"}


def test_mixed_motives_rule_out_what_is_noticed_and_leave_the_wall_high() -> None:
    rec = _answer("mixed_motives")
    assert (rec.standing, rec.wall) == ("examine_motives", "lock")
    assert rec.considered["block_number"].fit == "avoid"
    assert rec.considered["change_number"].fit == "avoid"
    assert rec.considered["mute_thread"].fit == "fits"


def test_defusing_comes_before_force() -> None:
    rec = _answer("defuse_first")
    assert rec.stance == "defuse"
    assert rec.considered["block_number"].status == "held"
    assert rec.considered["say_what_cools"].status == "suggested"
    assert [step for step in rec.steps if step.section == "partner"]


def test_in_danger_an_advocate_comes_first_and_nothing_is_noticed() -> None:
    rec = _answer("danger")
    assert (rec.standing, rec.help) == ("safety_first", "urgent")
    assert rec.steps[0].tactic == "advocate_safety_plan"
    assert {rec.rulebase.tactics[step.tactic].notice for step in rec.steps} == {"invisible"}
    assert rec.considered["last_talk_alone"].fit == "avoid"


def test_where_nothing_is_needed_nothing_is_built() -> None:
    rec = _answer("nothing_needed")
    assert (rec.standing, rec.wall, rec.stance, rec.help) == ("proceed", "none", "leave_be", "none")
    assert "do_nothing" in [step.tactic for step in rec.steps]
    assert rec.considered["block_social"].fit != "fits"


def test_in_a_crisis_there_is_only_help() -> None:
    rec = _answer("crisis")
    assert [step.tactic for step in rec.steps] == ["crisis_support", "trusted_person"]
    assert rec.help == "urgent"


def test_shared_children_keep_one_narrow_path() -> None:
    rec = _answer("shared_children")
    assert "child_only_channel" in [step.tactic for step in rec.steps]
    assert rec.considered["change_number"].fit == "avoid"
