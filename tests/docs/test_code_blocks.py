"""Every code block of the documentation runs, and shows what it really prints."""

from __future__ import annotations

import contextlib
import io
import shlex
from pathlib import Path
from typing import Any

import pytest

from nocontact.cli.__main__ import main

from .page_blocks import PAGES, ROOT, Block, blocks_of, matches
from .yaml_block import yaml_problems

RUN = frozenset({"python", "yaml", "console"})
WITH_CODE = [page for page in PAGES if any(block.kind in RUN for block in blocks_of(page))]


@pytest.mark.parametrize("page", WITH_CODE, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_block_of_a_page_runs(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In order, in one namespace, in a folder with `rules` and `examples`."""
    for name in ("rules", "examples"):
        (tmp_path / name).symlink_to(ROOT / name, target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": page.stem}
    for block in blocks_of(page):
        place = f"{page.relative_to(ROOT)}:{block.line}"
        if block.kind == "python":
            _run_python(block, names, place)
        elif block.kind == "yaml":
            assert not yaml_problems(block.text), place
            if block.title:
                file = Path(block.title)
                assert not Path(file.parts[0]).is_symlink(), "a page writes into no folder of ours"
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(block.text, "utf-8")
        elif block.kind == "console":
            _run_console(block, place)


def _run_python(block: Block, names: dict[str, Any], place: str) -> None:
    lines = "\n" * (block.line - 1)
    code = compile(lines + block.text, place, "exec")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(code, names)
    if block.prints is not None:
        assert matches(block.prints, printed.getvalue()), f"{place} prints:\n{printed.getvalue()}"


def _run_console(block: Block, place: str) -> None:
    """Run each `$ nocontact ...` line; what follows it is what it shows."""
    for part in block.text.split("$ ")[1:]:
        line, _, shown = part.partition("\n")
        words = shlex.split(line, comments=True)
        if words[:1] != ["nocontact"]:
            continue
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            main(words[1:])
        assert matches(shown, printed.getvalue()), f"{place} `{line}` shows:\n{printed.getvalue()}"
