"""Every code has a bad twin, which gets just the expected words, and a good one, which gets none.

`UPDATE_EXPECTED=1 python3 dev.py test tests/diagnostics/test_twins.py` writes the words anew; read
them in `git diff` before you keep them.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from nocontact.diagnostics import codes

from .twins import TWINS, code_of, codes_in, said_about

each_twin = pytest.mark.parametrize("twin", TWINS, ids=lambda twin: twin.name)


@each_twin
def test_the_bad_twin_gets_exactly_the_expected_words(twin: Path, tmp_path: Path) -> None:
    report = said_about(twin / "bad", tmp_path)
    expected = twin / "expected.txt"
    if os.environ.get("UPDATE_EXPECTED"):
        expected.write_text(f"{report}\n", "utf-8")
    assert f"{report}\n" == expected.read_text("utf-8")
    assert codes_in(report) == {code_of(twin)}


@each_twin
def test_the_good_twin_gets_no_words(twin: Path, tmp_path: Path) -> None:
    assert str(said_about(twin / "good", tmp_path)) == "nothing found"


@each_twin
def test_the_words_keep_the_style(twin: Path, tmp_path: Path) -> None:
    for each in said_about(twin / "bad", tmp_path):
        assert each.code in codes()
        assert each.help
        for sentence in (each.message, each.help):
            assert sentence[0] == "`" or sentence[0] == sentence[0].lower()
            assert not sentence.endswith(".") and "\n" not in sentence
            assert sentence.count("`") % 2 == 0


def test_the_minimal_rulebook_gets_no_words(tmp_path: Path) -> None:
    empty = tmp_path / "nothing"
    empty.mkdir()
    assert str(said_about(empty, tmp_path / "rulebook")) == "nothing found"
