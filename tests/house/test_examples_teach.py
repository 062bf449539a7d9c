"""A name on the face of a room has an example, and no example is one that cannot fail."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from inspect import getdoc, isclass, isfunction
from pathlib import Path
from pkgutil import iter_modules

import pytest

import nocontact

SOURCE = Path(nocontact.__file__).parent
ROOMS = [each.name for each in iter_modules([str(SOURCE)]) if each.ispkg]
HOLLOW = re.compile(
    r"[\w.]+\.(__(name|doc|module|dataclass_fields)__|attrname).*|.*\.fget is not None"
    r"|(issubclass|hasattr|callable)\(.*|.* in \(True, False\)"
)
SETTING_UP = ("from ", "import ")


def prompts(doc: str | None) -> list[str]:
    lines = (line.strip() for line in (doc or "").splitlines())
    asked = (line[4:] for line in lines if line.startswith(">>> "))
    return [each for each in asked if not each.startswith(SETTING_UP)]


def documented() -> Iterator[tuple[str, str]]:
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{path.relative_to(SOURCE)}:{node.name}", ast.get_docstring(node) or ""


def test_no_example_only_says_that_something_is_there() -> None:
    asked = {place: prompts(doc) for place, doc in documented()}
    hollow = [place for place, each in asked.items() if each and all(map(HOLLOW.fullmatch, each))]
    assert not hollow


@pytest.mark.parametrize("room", ["nocontact", *(f"nocontact.{each}" for each in ROOMS)])
def test_each_name_on_the_face_of_a_room_has_an_example(room: str) -> None:
    face = import_module(room)
    names = getattr(face, "__all__", ())
    things = {name: getattr(face, name) for name in names}
    callable_ = {name: each for name, each in things.items() if isclass(each) or isfunction(each)}
    assert [name for name, each in callable_.items() if not prompts(getdoc(each))] == []
