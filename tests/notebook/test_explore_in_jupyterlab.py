"""The view in a real JupyterLab in a real browser: by mouse, by keys alone, light and dark.

It skips, and says why, where there is no browser or no JupyterLab.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from .lab import Opened, browser_or_skip, opened_in_lab
from .written_notebook import write_notebook

if TYPE_CHECKING:
    from playwright.sync_api import Locator

pytestmark = pytest.mark.slow

RECOMMENDATION = """\
import nocontact
scenario = nocontact.Scenario(hope="some", considering={"change_number": ["heal"]})
nocontact.recommend(scenario)"""
EXPLORE = "explorer = nocontact.explore(scenario)\nexplorer"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    browser_or_skip()
    write_notebook(tmp_path / "explore.ipynb", RECOMMENDATION, EXPLORE)
    return tmp_path


def _view(opened: Opened) -> Locator:
    failed = opened.page.locator("[data-mime-type='application/vnd.jupyter.error']")
    view = opened.page.locator(".nocontact-explore")
    view.locator(".answer .nocontact").or_(failed).first.wait_for(timeout=60_000)
    assert failed.all_text_contents() == []
    view.scroll_into_view_if_needed()
    return view


def _expect(locator: Locator) -> Any:
    from playwright.sync_api import expect

    return expect(locator)


def test_by_mouse_an_answer_moves_the_recommendation_and_a_click_says_why(folder: Path) -> None:
    with opened_in_lab(folder, "explore.ipynb") as opened:
        page, view = opened.page, _view(opened)
        alone = page.locator(".jp-OutputArea .nocontact").first
        _expect(alone).to_contain_text("What may help you now")
        _expect(view.locator(".answer")).not_to_contain_text("A high wall")

        hard = view.locator("fieldset[data-question=staying_away] input[value=nothing_holds]")
        hard.check()
        _expect(view.locator(".answer")).to_contain_text("A high wall")
        _expect(view.locator("[role=status]")).to_contain_text("higher wall")
        _expect(view.locator(".questions > .quiet")).to_contain_text("3 of ")
        view.screenshot(path=folder / "moved.png")

        view.get_by_role("button", name="Why? Get a new number.").click()
        _expect(view.locator(".panel")).to_contain_text("status.")
        view.screenshot(path=folder / "why.png")
        view.locator(".panel").get_by_role("button", name="Close").click()
        _expect(view.locator(".panel")).to_be_hidden()

        _saved(opened, folder)
        assert opened.left_the_machine == []
        assert opened.errors == []
    _holds_no_answer(json.loads((folder / "explore.ipynb").read_text("utf-8")))


def _saved(opened: Opened, folder: Path) -> None:
    opened.page.get_by_text("File", exact=True).first.click()
    opened.page.get_by_text("Save Notebook", exact=True).click()
    for _ in range(100):
        if "widget-view+json" in (folder / "explore.ipynb").read_text("utf-8"):
            return
        opened.page.wait_for_timeout(100)
    raise AssertionError("the notebook was not saved")


def _holds_no_answer(notebook: dict[str, Any]) -> None:
    """The widget's state was saved, and what was answered is not in it, nor in the output."""
    state = json.dumps(notebook["metadata"]["widgets"])
    output = json.dumps(notebook["cells"][1]["outputs"])
    assert "_esm" in state
    assert "answers hidden" in output
    for text in (state, output):
        assert "nothing_holds" not in text
        assert "staying_away" not in text


def test_by_keys_alone_in_the_dark(folder: Path) -> None:
    with opened_in_lab(folder, "explore.ipynb", dark=True) as opened:
        page, view = opened.page, _view(opened)
        view.locator("button.next").focus()
        page.keyboard.press("Tab")
        unanswered = view.locator("fieldset[data-question=now_unsafe] input").first
        _expect(unanswered).to_be_focused()
        page.keyboard.press("ArrowUp")
        _expect(view.get_by_label("Yes, right now")).to_be_checked()
        _expect(view.locator("[role=status]")).not_to_be_empty()
        _expect(view.locator(".answer")).to_contain_text("Please get help now")
        _expect(view.locator("button.next")).to_be_hidden()
        _expect(view.get_by_label("Yes, right now")).to_be_focused()

        why = view.locator(".answer button.ask").first
        why.focus()
        page.keyboard.press("Enter")
        _expect(view.locator(".panel h3")).to_be_focused()
        view.screenshot(path=folder / "dark.png")
        page.keyboard.press("Escape")
        _expect(view.locator(".panel")).to_be_hidden()
        _expect(why).to_be_focused()

        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Shift+Tab")
        _expect(why).not_to_be_focused()
        assert opened.left_the_machine == []
        assert opened.errors == []


def test_the_next_question_is_one_key_away_and_a_step_can_be_added(folder: Path) -> None:
    with opened_in_lab(folder, "explore.ipynb") as opened:
        page, view = opened.page, _view(opened)
        view.locator("button.next").focus()
        page.keyboard.press("Enter")
        _expect(view.locator("fieldset.useful input").first).to_be_focused()

        steps = view.locator("fieldset[data-question=in_place]")
        steps.locator("xpath=ancestor::details[1]/summary").click()
        steps.locator("select").select_option("mute_thread")
        steps.get_by_role("button", name="Add").click()
        _expect(view.locator(".questions > .quiet")).to_contain_text("3 of ")
        steps.get_by_role("button", name="Take out").click()
        _expect(view.locator(".questions > .quiet")).to_contain_text("2 of ")

        signs = view.locator("fieldset[data-question=danger_signs]")
        signs.get_by_label("None of these").check()
        signs.get_by_label("It is getting worse").check()
        _expect(signs.get_by_label("None of these")).not_to_be_checked()
        _expect(view.locator(".answer")).to_contain_text("Safety comes first")

        # Faster than the kernel: no move is lost, and none is taken back by what comes late.
        quick = [signs.get_by_label(words) for words in ("Choked you", "Threatened to kill")]
        for each in quick:
            each.check()
        for each in (*quick, signs.get_by_label("It is getting worse")):
            _expect(each).to_be_checked()
        _expect(view.locator(".changes [role=status]")).not_to_be_empty()
        for each in quick:
            _expect(each).to_be_checked()
        assert opened.errors == []


@pytest.mark.parametrize(("width", "height"), [(900, 800), (640, 400)])
def test_on_a_narrow_page_what_changed_is_in_sight_and_the_answer_is_one_key_away(
    folder: Path, width: int, height: int
) -> None:
    """The second size is that of a small window at 200 %."""
    with opened_in_lab(folder, "explore.ipynb") as opened:
        page, view = opened.page, _view(opened)
        page.set_viewport_size({"width": width, "height": height})
        hard = view.locator("fieldset[data-question=staying_away] input[value=nothing_holds]")
        hard.check()
        status = view.locator("[role=status]")
        _expect(status).to_contain_text("higher wall")
        view.screenshot(path=folder / "narrow.png")
        hard.scroll_into_view_if_needed()
        view.locator(".panes").evaluate("panes => panes.scrollIntoView({block: 'start'})")
        _expect(hard).to_be_in_viewport()
        _expect(status).to_be_in_viewport()

        hard.focus()
        page.keyboard.press("Escape")
        _expect(view.locator(".changes")).to_be_focused()
        page.keyboard.press("Escape")
        _expect(hard).to_be_focused()
        view.get_by_role("button", name="To the answer").click()
        _expect(view.locator(".changes")).to_be_focused()
        assert opened.errors == []


def test_two_explorers_on_one_page_leave_each_other_alone(tmp_path: Path) -> None:
    browser_or_skip()
    write_notebook(
        tmp_path / "two.ipynb", RECOMMENDATION, EXPLORE, EXPLORE.replace("explorer", "other")
    )
    with opened_in_lab(tmp_path, "two.ipynb") as opened:
        views = opened.page.locator(".nocontact-explore")
        hard = "fieldset[data-question=staying_away] input[value=%s]"
        for at, answer in ((0, "nothing_holds"), (1, "easy")):
            view = views.nth(at)
            view.locator(".answer .nocontact").wait_for(timeout=60_000)
            view.locator(hard % answer).check()
            _expect(view.locator("[role=status]")).not_to_be_empty()
        _expect(views.nth(0).locator(hard % "nothing_holds")).to_be_checked()
        _expect(views.nth(1).locator(hard % "easy")).to_be_checked()
        _expect(views.nth(0).locator(".answer")).to_contain_text("A high wall")
        _expect(views.nth(1).locator(".answer")).not_to_contain_text("A high wall")
        assert opened.errors == []
