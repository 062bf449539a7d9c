"""Nothing shows the answers unless it is asked to."""

from __future__ import annotations

import pprint
import re
import traceback
from collections.abc import Callable
from typing import Any

import pytest

from nocontact.diagnostics import ScenarioError
from nocontact.facts import Scenario

ANSWERS: dict[str, Any] = {
    "hope": "strong",
    "danger_signs": ["choked"],
    "considering": ["change_number"],
}
SECRETS = ("strong", "choked", "change_number", "danger_signs", "considering")


FORMS: dict[str, Callable[[Scenario], str]] = {
    "repr": repr,
    "str": str,
    "format": format,
    "pretty print": pprint.pformat,
    "padded": lambda scenario: f"{scenario!r:>9}",
    "inside a list": lambda scenario: f"{[scenario]}",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_no_ordinary_form_shows_an_answer(form: Callable[[Scenario], str]) -> None:
    text = form(Scenario(**ANSWERS))
    assert re.search(r"\b3 of \d+ questions answered; answers hidden", text)
    assert not any(secret in text for secret in SECRETS)


def test_rich_shows_no_answer() -> None:
    scenario = Scenario(**ANSWERS)
    text = f"{list(scenario.__repr_args__())}{list(scenario.__rich_repr__())}"
    assert not any(secret in text for secret in SECRETS)


def test_shown_shows_the_answers() -> None:
    assert Scenario(**ANSWERS).shown() == (
        "Scenario(danger_signs=['choked'], considering=['change_number'], hope='strong')"
    )


def test_an_error_shows_the_faulty_answer_and_no_other() -> None:
    with pytest.raises(ScenarioError) as raised:
        Scenario(**{**ANSWERS, "commitment": "comitted"})
    text = "".join(traceback.format_exception(raised.value))
    assert "comitted" in text
    assert not any(secret in str(raised.value) for secret in SECRETS)
    assert raised.value.__context__ is None
    assert raised.value.__cause__ is None


def test_what_was_found_is_cut_short_and_printable() -> None:
    with pytest.raises(ScenarioError) as raised:
        Scenario.model_validate({"hope": "\x1b[31m\ud800" + "x" * 10_000})
    found = raised.value.diagnostics[0].found
    assert found is not None
    assert found.isprintable()
    assert len(found) < 100
