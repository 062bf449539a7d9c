"""A rulebook as it is in a folder, or as it was in a revision of a git repository."""

from __future__ import annotations

import io
import os
import subprocess
import zipfile
from collections.abc import Mapping
from importlib.resources.abc import Traversable
from typing import cast

from nocontact.checking import check_rulebook
from nocontact.diagnostics import Diagnostic, Report, RulebookError, shown
from nocontact.parsing import rulebook_from_texts, texts_of, vocabulary_of
from nocontact.recommendation import Rulebook
from nocontact.rulebook import CheckedRulebase

SECONDS = 60


def rulebook_at(place: str) -> CheckedRulebase:
    """Return the rulebook of a folder, or of `REVISION:FOLDER`.

    Args:
        place: a folder; or a revision and a folder as git writes them, such as `HEAD~1:rules`
            from the top of the repository, or `HEAD~1:./rules` from here.

    Raises:
        RulebookError: when it cannot be read (NC712), or has problems, which then follow.

    Examples:
        >>> rulebook_at("no/such/folder")
        Traceback (most recent call last):
        ...
        nocontact.diagnostics.errors.RulebookError: NC712: `no/such/folder` cannot be compared
          help: mend what follows
        NC107: `folder` is not a folder
          help: name a folder of rule files
    """
    try:
        if ":" not in place or os.path.isdir(place):
            return Rulebook.load(place)
        return _checked(_texts(place))
    except RulebookError as error:
        whole = Diagnostic(
            "NC712", f"`{shown(place)}` cannot be compared", help="mend what follows"
        )
        raise RulebookError([whole, *error.diagnostics]) from None


def _checked(texts: Mapping[str, str]) -> CheckedRulebase:
    parsed, problems = rulebook_from_texts(texts)
    if problems:
        raise RulebookError(Report.of(problems))
    report, rulebase = check_rulebook(parsed, vocabulary_of(parsed))
    if rulebase is None:
        raise RulebookError(report.errors)
    return rulebase


def _texts(place: str) -> Mapping[str, str]:
    """Return the rule files of a folder in a revision."""
    revision, _, folder = place.partition(":")
    top = _git("rev-parse", "--show-toplevel", wrong="there is no git repository here")
    _git("rev-parse", "--verify", f"{revision}^{{commit}}",
         wrong=f"git knows no revision `{shown(revision)}`")  # fmt: skip
    no_folder = f"there is no folder `{shown(folder)}` in `{shown(revision)}`"
    tree = _git("rev-parse", "--verify", place, wrong=no_folder).decode().strip()
    if _git("cat-file", "-t", tree, wrong=no_folder).strip() != b"tree":
        raise _problem(no_folder)
    zipped = _git("-C", top.decode().rstrip("\n"), "archive", "--format=zip", tree,
                  wrong=no_folder)  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(zipped)) as files:
        return texts_of(cast(Traversable, zipfile.Path(files)))


def _git(*arguments: str, wrong: str) -> bytes:
    try:
        done = subprocess.run(
            ["git", *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
        )
    except FileNotFoundError:
        raise _problem("git is not installed, or not on the path") from None
    except subprocess.TimeoutExpired:
        raise _problem(f"git did not answer within {SECONDS} seconds") from None
    if done.returncode:
        raise _problem(wrong)
    return done.stdout


def _problem(message: str) -> RulebookError:
    way_out = "name a folder, or a revision and a folder as git writes them: `HEAD~1:rules`"
    return RulebookError([Diagnostic("NC712", message, help=way_out)])
