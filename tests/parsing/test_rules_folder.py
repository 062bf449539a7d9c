"""Folders that nobody should have: refused in words, read at most once, never waited for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from nocontact import Rulebook
from nocontact.diagnostics import RulebookError
from nocontact.parsing import texts_of


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(RulebookError) as raised:
        texts_of(folder)
    return [each.message for each in raised.value.diagnostics]


def test_every_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: \xff")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "c.yaml").write_bytes(b"x" * 1_000_001)
    assert problems_of(tmp_path) == [
        "the byte 0xff is not UTF-8 text", "`b.yaml` cannot be opened",
        "the file has more than 1,000,000 bytes",
    ]  # fmt: skip


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "wall.yaml")
    assert problems_of(tmp_path) == ["`wall.yaml` cannot be opened"]


def test_a_folder_that_cannot_be_listed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(self: Path) -> list[Path]:
        raise PermissionError(self)

    monkeypatch.setattr(Path, "iterdir", closed)
    assert problems_of(tmp_path) == [f"`{tmp_path.name}` cannot be opened"]


def test_a_folder_inside_itself_comes_to_an_end(tmp_path: Path) -> None:
    (tmp_path / "wall.yaml").write_text("a: 1", "utf-8")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert len(texts_of(tmp_path)) == 5


def test_hidden_files_and_other_files_are_passed_over(tmp_path: Path) -> None:
    for name in (".wall.yaml", "wall.txt", "wall.yaml~", "wall.json"):
        (tmp_path / name).write_text("a: 1", "utf-8")
    assert texts_of(tmp_path) == {}


@pytest.mark.skipif(os.name == "nt", reason="such names do not exist there")
def test_a_file_name_that_is_no_text_is_told_in_print(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/wall\xff.yaml"))).write_text("a: [", "utf-8")
    with pytest.raises(RulebookError) as raised:
        Rulebook.load(tmp_path)
    str(raised.value).encode("utf-8")
    assert {each.code for each in raised.value.diagnostics} == {"NC002", "NC107"}
