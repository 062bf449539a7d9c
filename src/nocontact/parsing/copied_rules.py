"""Rules as files of one's own: a copy of the shipped ones, or a start of what is laid over them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from nocontact.diagnostics import Diagnostic, RulebookError, shown
from nocontact.parsing.rule_schemas import SCHEMAS, schema_files
from nocontact.parsing.rulebook_from_texts import rulebook_from_texts
from nocontact.parsing.rules_folder import shipped_rules, texts_of
from nocontact.parsing.vocabulary_of import vocabulary_of

RULEBOOK = "rulebook.yaml"


def copied_rules(folder: Path) -> Path:
    """Write the shipped rule files into a new folder, comments and all, and return it.

    Their schemas are written too, so that an editor knows the names. They let names of one's own
    stand beside them.

    Args:
        folder: a folder that is not there yet, or is empty.

    Raises:
        RulebookError: when something is in the folder already, so that nothing is overwritten,
            or it cannot be written (NC107).

    Examples:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as place:
        ...     (copied_rules(Path(place, "mine")) / "wall.yaml").is_file()
        True
    """
    return _written(folder, texts_of(shipped_rules()))


def started_rules(folder: Path) -> Path:
    """Write a small rulebook of one's own, laid over the shipped one, with a golden case.

    The rules stand in `rules`, with schemas for an editor, the cases in `cases`, and the answers
    of one person in `me.yaml`.

    Args:
        folder: a folder that is not there yet, or is empty.

    Raises:
        RulebookError: when something is in the folder already, or it cannot be written (NC107).

    Examples:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as place:
        ...     sorted(each.name for each in started_rules(Path(place, "ours")).iterdir())
        ['cases', 'me.yaml', 'rules']
    """
    start = files("nocontact") / "start"
    person = (start / "me.yaml").read_text("utf-8")
    cases = {f"cases/{name}": text for name, text in texts_of(start / "cases").items()}
    _written(folder, {**cases, "me.yaml": person})
    _written(folder / "rules", texts_of(start / "rules"))
    return folder


def _written(folder: Path, texts: Mapping[str, str]) -> Path:
    """Write texts into a new folder, and beside rules the schemas that know their names."""
    beside: dict[str, str] = {}
    if RULEBOOK in texts:
        parsed, _ = rulebook_from_texts(texts)
        schemas = schema_files(parsed, vocabulary_of(parsed), own=True)
        beside = {f"{SCHEMAS}/{name}": text for name, text in schemas.items()}
    try:
        if folder.exists() and any(folder.iterdir()):
            raise _refused(folder, "is not empty", "name a folder that is not there yet")
        for name, text in {**texts, **beside}.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
    except (OSError, ValueError):
        wanted = "name a folder that you may write to"
        raise _refused(folder, "cannot be written", wanted) from None
    return folder


def _refused(folder: Path, why: str, way_out: str) -> RulebookError:
    name = shown(folder.name)
    return RulebookError([Diagnostic("NC107", f"`{name}` {why}", found=name, help=way_out)])
