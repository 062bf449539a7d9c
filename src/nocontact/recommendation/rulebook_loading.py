"""The shipped rulebook, or another: read, parsed, checked, or refused with every problem."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from os import PathLike
from pathlib import Path

from nocontact.checking import check_rulebook
from nocontact.diagnostics import Diagnostic, ProofError, Report, RulebookError
from nocontact.facts import Answers, Vocabulary
from nocontact.facts.given_value import kind_of
from nocontact.parsing import (
    rulebook_from_texts,
    shipped_rules,
    texts_of,
    vocabulary_of,
)
from nocontact.parsing.copied_rules import copied_rules, started_rules
from nocontact.proof import exact_problems
from nocontact.rulebook import CheckedRulebase, ParsedRulebook


class Rulebook:
    """Where rulebooks come from. Loading gives a `CheckedRulebase`, which engines accept.

    Examples:
        >>> Rulebook.load().metadata.name
        'nocontact'
    """

    @staticmethod
    def load(
        folder: str | Path | None = None,
        *,
        scenario: type[Answers] | None = None,
        without_safety: bool = False,
    ) -> CheckedRulebase:
        """Return a checked rulebook.

        Args:
            folder: a folder of rule files; None for the shipped rulebook.
            scenario: a class whose questions the rules speak of; None for the questions of the
                rulebook itself.
            without_safety: leave the safety rules out, to replay what the article alone says.
                For research only: never show such an answer to a person.

        Returns:
            The checked rulebook. The shipped one is read once, and then the same object each time.

        Raises:
            RulebookError: when anything is wrong; all problems of all files are inside, and
                nothing is half-loaded.

        Examples:
            >>> Rulebook.load().rules_by_id["wall.lock"].sources
            (30, 35)
            >>> Rulebook.load("no/such/folder")
            Traceback (most recent call last):
            ...
            nocontact.diagnostics.errors.RulebookError: NC107: `folder` is not a folder
              help: name a folder of rule files
        """
        if folder is None:
            return _shipped(scenario, without_safety)
        return _checked(_parsed(folder), scenario, without_safety)

    @staticmethod
    def copy_to(folder: str | Path) -> Path:
        """Write the shipped rule files into a new folder, to change them there, and return it.

        Args:
            folder: a folder that is not there yet, or is empty.

        Raises:
            RulebookError: when something is in it already, or it cannot be written (NC107).

        Examples:
            >>> from tempfile import TemporaryDirectory
            >>> with TemporaryDirectory() as place:
            ...     Rulebook.load(Rulebook.copy_to(Path(place, "mine"))) == Rulebook.load()
            True
        """
        return copied_rules(Path(folder))

    @staticmethod
    def start(folder: str | Path) -> Path:
        """Write a small rulebook of your own into a new folder, and return it.

        It is laid over the shipped one (`extends: shipped`): a question, a step, a rule, a need
        and a promise in `rules`, with schemas for an editor, and a golden case in `cases`.

        Args:
            folder: a folder that is not there yet, or is empty.

        Raises:
            RulebookError: when something is in it already, or it cannot be written (NC107).

        Examples:
            >>> from tempfile import TemporaryDirectory
            >>> with TemporaryDirectory() as place:
            ...     rulebook = Rulebook.load(Rulebook.start(Path(place, "ours")) / "rules")
            >>> rulebook.metadata.extends, "house.no-bed" in rulebook.rules_by_id
            ('nocontact 0.1.0', True)
        """
        return started_rules(Path(folder))

    @staticmethod
    def parse(folder: str | Path | None = None) -> ParsedRulebook:
        """Return a rulebook as written, parsed and not yet checked.

        Args:
            folder: a folder of rule files; None for the shipped rulebook.

        Raises:
            RulebookError: when a file cannot be read or parsed.

        Examples:
            >>> len(Rulebook.parse().tactics) > 50
            True
        """
        texts = texts_of(shipped_rules() if folder is None else Path(folder))
        parsed, problems = rulebook_from_texts(texts)
        if problems:
            raise RulebookError(Report.of(problems))
        return parsed


def check(
    rulebook: str | Path | ParsedRulebook | CheckedRulebase | None = None,
    *,
    scenario: type[Answers] | None = None,
    exact: bool | None = None,
) -> Report:
    """Return every anomaly of a rulebook, with its place and the way out.

    Exact checks look at all scenarios at once (NC611 to NC619). They run when nothing else stops
    the rulebook from loading, and need the library for proofs, oxidd.

    Args:
        rulebook: a folder, a rulebook, or None for the shipped one.
        scenario: a class whose questions the rules speak of; None for those of the rulebook.
        exact: whether exact checks run; None for "where the library is installed".

    Returns:
        A report: `.ok` when nothing was found; `.errors` keep the rulebook from loading, and the
        others are warnings. Files that cannot be read are told in it too.

    Raises:
        ProofError: when exact checks are asked for and the library is missing (NC701).

    Examples:
        >>> check().ok
        True
    """
    try:
        parsed = _parsed(rulebook)
    except RulebookError as error:
        return Report.of(error.diagnostics)
    report, rulebase = check_rulebook(parsed, _vocabulary(parsed, scenario))
    if rulebase is None or exact is False:
        return report
    try:
        return Report.of([*report, *exact_problems(rulebase)])
    except ProofError:
        if exact:
            raise
        return report


def loaded(
    rulebook: str | Path | ParsedRulebook | CheckedRulebase | None,
    scenario: type[Answers] | None = None,
) -> CheckedRulebase:
    """Return a rulebook, in whatever form it was given; every function that takes one reads it so.

    Args:
        rulebook: a loaded rulebook, a folder, a parsed rulebook, or None for the shipped one.
        scenario: a class whose questions the rules speak of, where they are not loaded yet.

    Raises:
        RulebookError: when it is no rulebook (NC107), or has a problem.

    Examples:
        >>> loaded(None) is loaded(Rulebook.load())
        True
        >>> loaded(3)
        Traceback (most recent call last):
        ...
        nocontact.diagnostics.errors.RulebookError: NC107: a rulebook is needed, and this is \
a number
          help: name a folder of rule files, or pass what `Rulebook.load()` returned
    """
    if isinstance(rulebook, CheckedRulebase):
        return rulebook
    if rulebook is None:
        return Rulebook.load(scenario=scenario)
    return _checked(_parsed(rulebook), scenario, without_safety=False)


def _parsed(rulebook: str | Path | ParsedRulebook | CheckedRulebase | None) -> ParsedRulebook:
    if isinstance(rulebook, CheckedRulebase):
        return rulebook.parsed
    if isinstance(rulebook, ParsedRulebook):
        return rulebook
    if rulebook is None or isinstance(rulebook, str | PathLike):
        return Rulebook.parse(rulebook)
    found = kind_of(rulebook)
    raise RulebookError([Diagnostic(
        "NC107", f"a rulebook is needed, and this is {found}", found=found,
        help="name a folder of rule files, or pass what `Rulebook.load()` returned",
    )])  # fmt: skip


@lru_cache(maxsize=8)
def _shipped(scenario: type[Answers] | None, without_safety: bool) -> CheckedRulebase:
    return _checked(Rulebook.parse(), scenario, without_safety)


def _checked(
    parsed: ParsedRulebook, scenario: type[Answers] | None, without_safety: bool
) -> CheckedRulebase:
    report, rulebase = check_rulebook(parsed, _vocabulary(parsed, scenario))
    if rulebase is None:
        raise RulebookError(report.errors)
    if not without_safety:
        return rulebase
    return rulebase.without_voice("safety")


def _vocabulary(parsed: ParsedRulebook, scenario: type[Answers] | None) -> Vocabulary:
    """Return the questions of the rulebook, or of a class; when they are asked, the file says."""
    own = vocabulary_of(parsed)
    if scenario is None:
        return own
    when = {each.name: each.asked_when for each in own.questions()}
    asked = scenario.vocabulary()
    listed = (replace(each, asked_when=when.get(each.name)) for each in asked.questions())
    return Vocabulary(listed, asked.renamed_questions, scenario)
