"""Folders that nobody should have: refused in words, read at most once, never waited for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from nocontact import Rulebook, check
from nocontact.diagnostics import RulebookError
from nocontact.parsing import texts_of
from nocontact.parsing.file_names import misnamed
from nocontact.testing import cases_from_folder


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


def test_a_folder_that_is_linked_into_itself_is_read_once_and_told(tmp_path: Path) -> None:
    (tmp_path / "wall.yaml").write_text("a: 1", "utf-8")
    for at in range(16):
        (tmp_path / f"again{at:02}").symlink_to(tmp_path, target_is_directory=True)
    told = problems_of(tmp_path)
    assert told == [f"`again{at:02}` is the same as the folder itself" for at in range(16)]


def test_each_folder_and_each_file_is_visited_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed: list[str] = []
    iterdir = Path.iterdir

    def noted(self: Path) -> Iterator[Path]:
        listed.append(self.name)
        yield from iterdir(self)

    monkeypatch.setattr(Path, "iterdir", noted)
    inner = tmp_path / "safety"
    inner.mkdir()
    (inner / "danger.yaml").write_text("a: 1", "utf-8")
    for name in ("also", "too"):
        (tmp_path / name).symlink_to(inner, target_is_directory=True)
    (tmp_path / "wall.yaml").symlink_to(inner / "danger.yaml")
    assert problems_of(tmp_path) == [
        "`safety` is the same as `also`", "`too` is the same as `also`",
        "`wall.yaml` is the same as `also/danger.yaml`",
    ]  # fmt: skip
    assert listed == [tmp_path.name, "also"]


def test_what_lies_outside_is_never_read_nor_quoted(tmp_path: Path) -> None:
    outside, rules = tmp_path / "outside", tmp_path / "rules"
    outside.mkdir()
    rules.mkdir()
    (outside / "secret.yaml").write_text("password: [", "utf-8")
    (rules / "wall.yaml").symlink_to(outside / "secret.yaml")
    (rules / "safety").symlink_to(outside, target_is_directory=True)
    with pytest.raises(RulebookError) as raised:
        Rulebook.load(rules)
    assert "password" not in str(raised.value)
    assert problems_of(rules) == [
        "`safety` leads out of the folder", "`wall.yaml` leads out of the folder",
    ]  # fmt: skip


def test_a_folder_whose_files_are_links_within_it_is_read(tmp_path: Path) -> None:
    kept = tmp_path / "..2026_11_22"
    kept.mkdir()
    (kept / "wall.yaml").write_text("a: 1", "utf-8")
    (tmp_path / "..data").symlink_to(kept, target_is_directory=True)
    (tmp_path / "wall.yaml").symlink_to(Path("..data", "wall.yaml"))
    assert texts_of(tmp_path) == {"wall.yaml": "a: 1"}


def test_what_looks_like_a_rule_file_and_is_not_read_is_told(tmp_path: Path) -> None:
    deep = tmp_path / "a/b/c/d/e"
    deep.mkdir(parents=True)
    for name in ("extra.YAML", "more.Yml", "notes.yaml.txt", "wall.ymal"):
        (tmp_path / name).write_text("a: 1", "utf-8")
    (deep / "wall.yaml").write_text("a: 1", "utf-8")
    (tmp_path / "safety").symlink_to(tmp_path / "nowhere")
    assert problems_of(tmp_path) == [
        "`a/b/c/d/e` lies more than 4 folders deep",
        "`extra.YAML` should be called `extra.yaml`", "`more.Yml` should be called `more.yaml`",
        "`notes.yaml.txt` should be called `notes.yaml`", "`safety` cannot be opened",
        "`wall.ymal` should be called `wall.yaml`",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Tactics.yaml", "tactics.yaml"),
        ("TACTICS.yml", "tactics.yaml"),
        ("safety/tactics.yml", "tactics.yaml"),
        ("Messages.es.yaml", "messages.es.yaml"),
        ("messages.yml", "messages.<language>.yaml"),
    ],
)
def test_a_name_that_is_nearly_one_with_a_meaning_is_told(name: str, meant: str) -> None:
    told = [each.message for each in misnamed(["rulebook.yaml", "messages.de-AT.yaml", name])]
    assert told == [f"`{name}` should be called `{meant}`"]


@pytest.mark.parametrize("name", ["x" * 5_000, "a\0b"])
def test_a_name_that_no_folder_can_have_is_told(name: str) -> None:
    told = [check(name).diagnostics, cases_from_folder(name)[1]]
    for refused in (Rulebook.load, Rulebook.copy_to):
        with pytest.raises(RulebookError) as raised:
            refused(name)
        told.append(raised.value.diagnostics)
    for said in told:
        assert [each.code for each in said] == ["NC107"]
        assert len(str(said[0])) < 300


def test_a_folder_of_far_too_many_files_comes_to_an_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nocontact.parsing.rules_folder.MAX_ENTRIES", 5)
    for at in range(9):
        (tmp_path / f"{at}.txt").write_text("", "utf-8")
    assert problems_of(tmp_path) == ["there are more than 5 files and folders"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_folder_of_cases_is_read_with_the_same_care(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "zero.yaml").symlink_to("/dev/zero")
    (tmp_path / "large.yaml").write_bytes(b"x" * 1_000_001)
    (tmp_path / "other.YAML").write_text("cases: []", "utf-8")
    right = "cases: [{name: A, given: {hope: none}, expect: {wall: open}}]"
    for name in ("good.yaml", "good.yml"):
        (tmp_path / name).write_text(right, "utf-8")
    cases, problems = cases_from_folder(tmp_path)
    assert [case.name for case in cases] == ["A", "A"]
    assert [each.message for each in problems] == [
        "the file has more than 1,000,000 bytes", "`other.YAML` should be called `other.yaml`",
        "`pipe.yaml` cannot be opened", "`zero.yaml` leads out of the folder",
    ]  # fmt: skip


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
