"""Every code that is used has its page and its twins, and every page and twin has a use."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest

from nocontact.diagnostics import AREAS, Code, codes, read_yaml

ROOT = Path(__file__).parents[2]
CODE = re.compile(r"NC\d{3}")
each_code = pytest.mark.parametrize("code", codes().values(), ids=lambda each: each.code)


def used() -> set[str]:
    """Every code that stands alone in a string of the package."""
    files = (ROOT / "src/nocontact").rglob("*.py")
    return {
        node.value
        for file in files
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and CODE.fullmatch(node.value)
    }


def twinned() -> set[str]:
    """Every code that has twins: folders, or a call in Python."""
    room = ROOT / "tests/diagnostics"
    folders = {path.name[:5] for path in (room / "twins").iterdir()}
    texts = (path.read_text("utf-8") for path in room.glob("python_twins*.py"))
    return folders.union(*(re.findall(r'PythonTwin\(\s*"(NC\d{3})"', text) for text in texts))


def test_every_code_that_is_used_is_in_the_catalogue_and_no_other() -> None:
    assert used() == set(codes())


def test_every_code_has_twins_and_every_twin_a_code() -> None:
    assert twinned() == set(codes())


def test_every_code_has_a_place_of_its_own() -> None:
    assert list(codes()) == sorted(codes())
    assert len({each.title for each in codes().values()}) == len(codes())
    assert {each.area for each in codes().values()} == set(AREAS)


def test_every_code_has_a_page_on_the_site(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "docs/_hooks"))
    pages = import_module("diagnostic_pages").nocontact_docs_pages(ROOT)
    assert set(pages) == {"diagnostics/index.md", *(f"diagnostics/{code}.md" for code in codes())}
    for code in codes().values():
        assert f"[{code.code}]({code.code}.md): {code.title}" in pages["diagnostics/index.md"]
        assert pages[f"diagnostics/{code.code}.md"].startswith(f"# {code.code}: {code.title}\n")


@each_code
def test_the_page_says_what_why_and_how(code: Code) -> None:
    assert CODE.fullmatch(code.code)
    assert code.title[0].islower() or code.title.startswith("durable")
    assert not code.title.endswith(".")
    assert code.why.endswith(".") and code.why.count("`") % 2 == 0
    assert code.avoid != code.prefer
    for example in (code.avoid, code.prefer):
        lines = example.splitlines()
        assert 1 <= len(lines) <= 10 and max(map(len, lines)) <= 88


@each_code
def test_what_is_preferred_can_be_read(code: Code) -> None:
    if code.language == "python":
        ast.parse(code.prefer if "pip" not in code.prefer else "")
        return
    for part in re.split(r"(?m)^# \S+\.yaml\b.*$", code.prefer):
        found = {each.code for each in read_yaml(part, "example")[1]}
        assert found <= {"NC001"}
