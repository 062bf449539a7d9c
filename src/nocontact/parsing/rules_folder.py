"""Where rule files are, and their text: the only place that touches the disk for rules."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import islice
from pathlib import Path

from nocontact.diagnostics import Diagnostic, RulebookError, Span, shown
from nocontact.parsing.file_names import meant_for_rules, well_named

MAX_FILES = 500
MAX_ENTRIES = 5_000
MAX_BYTES = 1_000_000
MAX_LEVELS = 4


def shipped_rules() -> Traversable:
    """Return the folder of the shipped rulebook: inside the package, or in a checkout.

    Raises:
        RulebookError: when the installation holds no rules.

    Examples:
        >>> (shipped_rules() / "wall.yaml").is_file()
        True
    """
    packaged = files("nocontact") / "rules"
    if packaged.is_dir():
        return packaged
    checkout = Path(__file__).resolve().parents[3]
    if (checkout / "pyproject.toml").is_file() and (checkout / "rules").is_dir():
        return checkout / "rules"
    raise RulebookError([Diagnostic("NC107", "the shipped rules are missing",
                                    help="install nocontact again")])  # fmt: skip


def texts_of(folder: Traversable | Path) -> Mapping[str, str]:
    """Return file name → text for every YAML file below a folder, in name order.

    Raises:
        RulebookError: when the folder cannot be read; every unreadable file is named.

    Examples:
        >>> "wall.yaml" in texts_of(shipped_rules())
        True
    """
    found, problems = texts_and_problems(folder)
    if problems:
        raise RulebookError(problems)
    return found


def texts_and_problems(
    folder: Traversable | Path, kind: str = "rule files"
) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """Return file name → text for every YAML file below a folder, and all that cannot be read.

    Each file and each folder is visited once, and none outside. What looks like a YAML file and
    is not read has a problem; names that start with a dot are left alone.

    Args:
        folder: the folder.
        kind: what it holds, in words.

    Examples:
        >>> texts_and_problems(Path("no/such/folder"))[1][0].message
        '`folder` is not a folder'
    """
    if not _is_folder(folder):
        name = shown(folder.name)
        return {}, (Diagnostic("NC107", f"`{name}` is not a folder", found=name,
                               help=f"name a folder of {kind}"),)  # fmt: skip
    reader = _Folder(folder, kind)
    reader.read()
    return dict(sorted(reader.found.items())), tuple(reader.problems)


class _Folder:
    """One folder while it is read, and what was seen of it."""

    def __init__(self, folder: Traversable | Path, kind: str) -> None:
        self.folder, self.kind = folder, kind
        self.found: dict[str, str] = {}
        self.problems: list[Diagnostic] = []
        self.entries = 0
        # An installer may link every shipped file to a place of its own; anybody else's folder
        # holds what it says.
        self.home = None if _is_shipped(folder) else Path(os.path.realpath(str(folder)))
        self.seen: dict[Path, str] = {} if self.home is None else {self.home: "the folder itself"}

    def read(self) -> None:
        for name, entry in self.files(self.folder, ""):
            if len(self.found) + len(self.problems) >= MAX_FILES:
                self.full(MAX_FILES, self.kind)
                return
            text = self.text(name, entry)
            if text is not None:
                self.found[name] = text

    def files(self, folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
        try:
            listed = list(islice(folder.iterdir(), MAX_ENTRIES + 1))
        except OSError:
            self.problems.append(_closed(prefix or folder.name))
            return
        self.entries += len(listed)
        for entry in sorted(listed, key=lambda each: each.name):
            if self.entries > MAX_ENTRIES:
                self.full(MAX_ENTRIES, "files and folders")
                return
            name = f"{prefix}{entry.name}"
            if not entry.name.startswith(".") and self.counts(name, entry):
                if _is_folder(entry):
                    yield from self.below(name, entry)
                else:
                    yield name, entry

    def counts(self, name: str, entry: Traversable) -> bool:
        """Return whether an entry is to be read; note one that looks so and cannot be."""
        lost = isinstance(entry, Path) and entry.is_symlink() and not os.path.exists(entry)
        if not lost and not _is_folder(entry):
            if not meant_for_rules(entry.name):
                return False
            if name != (right := well_named(name)):
                self.note(name, f"should be called `{shown(right)}`", "rename the file")
                return False
        if lost:
            self.problems.append(_closed(name))
        return not lost and self.is_first(name, entry)

    def is_first(self, name: str, entry: Traversable) -> bool:
        """Return whether an entry is in the folder, and seen for the first time."""
        if self.home is None or not isinstance(entry, Path):
            return True
        place = Path(os.path.realpath(entry))
        if not place.is_relative_to(self.home):
            self.note(name, "leads out of the folder", "put the file or the folder itself here")
        elif place in self.seen:
            self.note(name, f"is the same as {self.seen[place]}", "remove one of the two")
        else:
            self.seen[place] = f"`{shown(name)}`"
            return True
        return False

    def below(self, name: str, folder: Traversable) -> Iterator[tuple[str, Traversable]]:
        if name.count("/") < MAX_LEVELS:
            yield from self.files(folder, f"{name}/")
        else:
            self.note(name, f"lies more than {MAX_LEVELS} folders deep",
                      "move it up, or out of here")  # fmt: skip

    def full(self, most: int, kind: str) -> None:
        problem = Diagnostic("NC003", f"there are more than {most:,} {kind}",
                             help="use fewer files")  # fmt: skip
        if problem not in self.problems:
            self.problems.append(problem)

    def note(self, name: str, said: str, help: str) -> None:
        span = Span(name, 1, 1, 1, 1)
        self.problems.append(Diagnostic("NC107", f"`{shown(name)}` {said}", span, help=help))

    def text(self, name: str, entry: Traversable) -> str | None:
        try:
            if not entry.is_file():
                raise OSError(name)
            with entry.open("rb") as file:
                content = file.read(MAX_BYTES + 1)
        except OSError:
            self.problems.append(_closed(name))
            return None
        if len(content) > MAX_BYTES:
            self.problems.append(Diagnostic(
                "NC003", f"the file has more than {MAX_BYTES:,} bytes", Span(name, 1, 1, 1, 1),
                help="split it into several files"))  # fmt: skip
            return None
        try:
            return content.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            self.problems.append(_not_utf8(name, content, error.start))
            return None


def _is_folder(entry: Traversable) -> bool:
    """Return whether it is a folder; a name that no folder can have is none."""
    try:
        return entry.is_dir()
    except (OSError, ValueError):
        return False


def _is_shipped(folder: Traversable) -> bool:
    return not isinstance(folder, Path) or folder == shipped_rules()


def _closed(name: str) -> Diagnostic:
    return Diagnostic("NC107", f"`{shown(name)}` cannot be opened", Span(name, 1, 1, 1, 1),
                      help="check that it is there and that you may read it")  # fmt: skip


def _not_utf8(name: str, content: bytes, at: int) -> Diagnostic:
    before = content[:at].decode("utf-8-sig", "replace")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    span = Span(name, line, column, line, column + 1)
    return Diagnostic("NC002", f"the byte {content[at]:#04x} is not UTF-8 text", span,
                      span.excerpt_of(content.decode("utf-8-sig", "replace")),
                      help="save the file as UTF-8 text")  # fmt: skip
