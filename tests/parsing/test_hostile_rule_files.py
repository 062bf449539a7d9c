"""Whatever stands in a rule file: diagnostics, never another exception, never half a rulebook."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from nocontact import Rulebook
from nocontact.checking import check_rulebook
from nocontact.diagnostics import Report, RulebookError, codes
from nocontact.facts import Scenario, Vocabulary
from nocontact.parsing import rulebook_from_texts
from nocontact.rulebook import CheckedRulebase

from .hostile_texts import ACCEPTED, REFUSED, WALL, wall

FOLDER = Path(__file__).parents[1] / "diagnostics" / "minimal_rulebook"
MINIMAL = {path.name: path.read_text("utf-8") for path in sorted(FOLDER.iterdir())}


def loaded(texts: Mapping[str, str]) -> tuple[Report, CheckedRulebase | None]:
    parsed, problems = rulebook_from_texts(texts)
    if problems:
        return Report.of(problems), None
    return check_rulebook(parsed, Vocabulary.of(Scenario))


@pytest.mark.parametrize("what", REFUSED)
def test_a_hostile_file_is_refused_in_words(what: str) -> None:
    report, rulebase = loaded({**MINIMAL, "wall.yaml": REFUSED[what]})
    assert rulebase is None
    assert report.errors
    assert len(report) <= 501
    for each in report:
        assert each.code in codes() and each.message and each.help
        assert len(str(each)) < 2_000
        str(each).encode("utf-8")


@pytest.mark.parametrize("what", ACCEPTED)
def test_an_unusual_file_is_accepted(what: str) -> None:
    report, rulebase = loaded({**MINIMAL, "wall.yaml": ACCEPTED[what]})
    assert str(report) == "nothing found"
    assert rulebase is not None


@pytest.mark.parametrize("content", ["[]", "{}", "3", "~", "- 1\n- [2]", "a: {b: [c]}", "# x"])
@pytest.mark.parametrize(
    "file",
    ["rulebook.yaml", "sources.yaml", "tactics.yaml", "planning.yaml", "promises.yaml"],
)
def test_a_file_of_the_wrong_shape_is_refused(file: str, content: str) -> None:
    report, rulebase = loaded({**MINIMAL, file: content})
    assert rulebase is None
    assert file in {each.span.file for each in report.errors if each.span}


@pytest.mark.parametrize("content", ["[]", "3", "hello: [a]", "hello: 3", "{a: {b: ~}}"])
def test_messages_that_are_no_text_are_refused(content: str) -> None:
    report, _ = loaded({**MINIMAL, "messages.en.yaml": content})
    assert {each.code for each in report} == {"NC103"}


def test_all_problems_of_all_files_are_told_at_once() -> None:
    report, _ = loaded({
        **MINIMAL,
        "wall.yaml": wall(when="{}", source='["35"]'),
        "tactics.yaml": "tactics: [3]",
        "planning.yaml": MINIMAL["planning.yaml"].replace("suggested", "sugested"),
    })  # fmt: skip
    found = [(each.span.file, each.code) for each in report if each.span]
    assert found == [
        ("planning.yaml", "NC104"), ("tactics.yaml", "NC103"), ("wall.yaml", "NC106"),
        ("wall.yaml", "NC103"),
    ]  # fmt: skip


def test_the_previous_rulebook_stays_in_use_when_a_file_breaks(tmp_path: Path) -> None:
    for name, text in MINIMAL.items():
        (tmp_path / name).write_text(text, "utf-8")
    before = Rulebook.load(tmp_path)
    (tmp_path / "wall.yaml").write_text(WALL.replace("lock}", "lok}"), "utf-8")
    with pytest.raises(RulebookError) as raised:
        Rulebook.load(tmp_path)
    assert [each.code for each in raised.value.diagnostics] == ["NC202"]
    assert before.findings["wall"].levels == ("none", "lock")


@pytest.mark.parametrize("count", [2, 3, 7])
def test_every_circle_of_decisions_is_printed_once(count: int) -> None:
    names = [f"d{at}" for at in range(count)]
    texts = {
        f"{name}.yaml": WALL.replace("wall", name)
        .replace("{hope: strong}", f"{{{names[at - 1]}: lock}}")
        .replace(f"{name}.hope", f"{name}.one")
        for at, name in enumerate(names)
    }
    shows = MINIMAL["rulebook.yaml"].replace("[wall]", f"[wall, {', '.join(names)}]")
    report, _ = loaded({**MINIMAL, **texts, "rulebook.yaml": shows})
    (only,) = report.errors
    assert only.code == "NC207"
    assert all(f"`{name}` tests" in only.message for name in names)


def test_two_circles_are_both_printed() -> None:
    texts = {
        f"{name}.yaml": WALL.replace("wall", name).replace("{hope: strong}", f"{{{other}: lock}}")
        for name, other in (("a", "b"), ("b", "a"), ("c", "d"), ("d", "c"))
    }
    shows = MINIMAL["rulebook.yaml"].replace("[wall]", "[wall, a, b, c, d]")
    report, _ = loaded({**MINIMAL, **texts, "rulebook.yaml": shows})
    assert [each.code for each in report.errors] == ["NC207", "NC207"]


def test_more_problems_than_anyone_can_read_are_cut_and_that_is_an_error() -> None:
    rule = WALL.partition("rules:\n")[2]
    rules = "".join(
        rule.replace("wall.hope", f"wall.r{n}").replace("{wall: lock}", "{wall: none}")
        for n in range(600)
    )
    report, rulebase = loaded({**MINIMAL, "wall.yaml": WALL + rules})
    assert rulebase is None
    assert [each.code for each in report.errors] == ["NC003"]
