"""What files cannot show is refused in the expected words too, and its good twin is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from nocontact.diagnostics import NocontactError

from .python_twin import PythonTwin
from .python_twins import PYTHON_TWINS
from .python_twins_of_explanations import TWINS_OF_EXPLANATIONS
from .python_twins_of_proofs import TWINS_OF_PROOFS
from .python_twins_of_second_looks import TWINS_OF_SECOND_LOOKS

TWINS = (*PYTHON_TWINS, *TWINS_OF_PROOFS, *TWINS_OF_EXPLANATIONS, *TWINS_OF_SECOND_LOOKS)
each_twin = pytest.mark.parametrize("twin", TWINS, ids=lambda twin: f"{twin.code}-{twin.what}")


@each_twin
def test_the_bad_twin_is_refused_in_the_expected_words(twin: PythonTwin, tmp_path: Path) -> None:
    _need(twin)
    with pytest.raises(NocontactError) as raised:
        twin.bad(tmp_path)
    assert {each.code for each in raised.value.diagnostics} == {twin.code}
    assert str(raised.value).startswith(twin.words)


@each_twin
def test_the_good_twin_is_not_refused(twin: PythonTwin, tmp_path: Path) -> None:
    _need(twin)
    assert twin.good(tmp_path) is not None


def _need(twin: PythonTwin) -> None:
    if twin.needs:
        pytest.importorskip(twin.needs)
