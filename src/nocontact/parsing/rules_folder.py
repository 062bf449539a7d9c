"""Where rule files are, and their text: the only place that touches the disk for rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from nocontact.diagnostics import Diagnostic, RulebookError, Span

MAX_FILES = 500
MAX_BYTES = 1_000_000


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
        raise RulebookError([Diagnostic("NC107", f"`{folder.name}` is not a folder",
                             found=folder.name, help="name a folder of rule files")])  # fmt: skip
    problems: list[Diagnostic] = []
    found: dict[str, str] = {}
    for name, entry in _yaml_files(folder, ""):
        text = _text(name, entry, problems)
        if text is not None:
            found[name] = text
        if len(found) + len(problems) > MAX_FILES:
            problems.append(Diagnostic("NC003", f"there are more than {MAX_FILES} rule files",
                                       help="use fewer files"))  # fmt: skip
            break
    if problems:
        raise RulebookError(problems)
    return dict(sorted(found.items()))


def _yaml_files(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and prefix.count("/") < 4:
            yield from _yaml_files(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith((".yaml", ".yml")):
            yield f"{prefix}{entry.name}", entry


def _text(name: str, entry: Traversable, problems: list[Diagnostic]) -> str | None:
    start = Span(name, 1, 1, 1, 1)
    try:
        content = entry.read_bytes()
        if len(content) > MAX_BYTES:
            problems.append(Diagnostic("NC003", f"the file has more than {MAX_BYTES:,} bytes",
                                       start, help="split it into several files"))  # fmt: skip
            return None
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        problems.append(Diagnostic("NC002", f"the file cannot be read: {type(error).__name__}",
                                   start, help="save it as UTF-8 text"))  # fmt: skip
        return None
