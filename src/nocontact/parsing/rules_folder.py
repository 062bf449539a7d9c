"""Where rule files are, and their text: the only place that touches the disk for rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from nocontact.diagnostics import Diagnostic, RulebookError, Span, shown

MAX_FILES = 500
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
    if not folder.is_dir():
        raise RulebookError([Diagnostic("NC107", f"`{shown(folder.name)}` is not a folder",
                             found=folder.name, help="name a folder of rule files")])  # fmt: skip
    problems: list[Diagnostic] = []
    found: dict[str, str] = {}
    for name, entry in _yaml_files(folder, "", problems):
        if len(found) + len(problems) >= MAX_FILES:
            problems.append(Diagnostic("NC003", f"there are more than {MAX_FILES} rule files",
                                       help="use fewer files"))  # fmt: skip
            break
        text = _text(name, entry, problems)
        if text is not None:
            found[name] = text
    if problems:
        raise RulebookError(problems)
    return dict(sorted(found.items()))


def _yaml_files(
    folder: Traversable, prefix: str, problems: list[Diagnostic]
) -> Iterator[tuple[str, Traversable]]:
    try:
        entries = sorted(folder.iterdir(), key=lambda each: each.name)
    except OSError:
        problems.append(_closed(prefix or folder.name))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if prefix.count("/") < MAX_LEVELS:
                yield from _yaml_files(entry, f"{prefix}{entry.name}/", problems)
        elif entry.name.endswith((".yaml", ".yml")):
            yield f"{prefix}{entry.name}", entry


def _text(name: str, entry: Traversable, problems: list[Diagnostic]) -> str | None:
    try:
        if not entry.is_file():
            raise OSError(name)
        with entry.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError:
        problems.append(_closed(name))
        return None
    if len(content) > MAX_BYTES:
        problems.append(Diagnostic("NC003", f"the file has more than {MAX_BYTES:,} bytes",
                                   Span(name, 1, 1, 1, 1),
                                   help="split it into several files"))  # fmt: skip
        return None
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        problems.append(_not_utf8(name, content, error.start))
        return None


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
