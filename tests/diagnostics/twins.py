"""Twins: a bad file or folder, the same one mended, and the exact words said about the bad one."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from nocontact import check
from nocontact.diagnostics import Diagnostic, NocontactError, Report, codes
from nocontact.facts.scenario_from_file import scenario_from_text
from nocontact.recommendation.resources_from_yaml import resources_from_yaml

HERE = Path(__file__).parent
TWINS = sorted(path for path in (HERE / "twins").iterdir() if path.is_dir())
MINIMAL = HERE / "minimal_rulebook"
EXACT = frozenset(each.code for each in codes().values() if each.area == "exact checks")
LEFT_OUT = "without.txt"
"""Names the files of the minimal rulebook that a twin leaves out."""


def code_of(twin: Path) -> str:
    """The code that the bad twin is about: `NC201-set` is about NC201."""
    return twin.name.partition("-")[0]


def said_about(folder: Path, work: Path) -> Report:
    """Everything that is said about one half of a pair of twins."""
    try:
        for name in ("scenario.yaml", "scenario.json"):
            if (folder / name).exists():
                scenario_from_text((folder / name).read_text("utf-8"), name)
                return Report()
        if (folder / "resources.yaml").exists():
            text = (folder / "resources.yaml").read_text("utf-8")
            resources_from_yaml(text, as_of=date(2026, 11, 22))
            return Report()
    except NocontactError as error:
        return Report.of(error.diagnostics)
    exact = code_of(folder.parent) in EXACT
    return check(overlaid(folder, work), exact=exact)


def overlaid(folder: Path, work: Path) -> Path:
    """A whole rulebook: the minimal one, with the files of the twin in place of its own."""
    shutil.copytree(MINIMAL, work, dirs_exist_ok=True)
    shutil.copytree(folder, work, dirs_exist_ok=True)
    if (work / LEFT_OUT).exists():
        for name in (work / LEFT_OUT).read_text("utf-8").split():
            (work / name).unlink()
        (work / LEFT_OUT).unlink()
    return work


def codes_in(diagnostics: Report | tuple[Diagnostic, ...]) -> set[str]:
    """The codes of these diagnostics."""
    return {each.code for each in diagnostics}
