"""What every check may look at, and the way it says what it found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nocontact.checking.places import Places
from nocontact.diagnostics import Diagnostic, Severity, Span, nearest, shown, told_apart
from nocontact.facts import Tactic, Vocabulary
from nocontact.fork_safety import cached_property
from nocontact.rulebook import (
    SHIPPED,
    STATUS,
    STATUSES,
    YES_NO,
    Family,
    Finding,
    ParsedRulebook,
    Rule,
)

MOST_GUESSES = 50
"""How many problems get a "did you mean": each looks at every name there is."""

MOST_NAMES = 5_000
"""The most names that are looked at for one."""


LONGEST_HELP = 2_000
"""How much is shown of a way out that lists every name there is."""


class Context:
    """A parsed rulebook with its vocabulary, and every name that exists in it.

    Examples:
        >>> from nocontact import Rulebook
        >>> context = Context(Rulebook.load().parsed, Rulebook.load().vocabulary)
        >>> len(context.tactics) == len(Rulebook.load().tactics)
        True
    """

    def __init__(self, parsed: ParsedRulebook, vocabulary: Vocabulary) -> None:
        self.parsed = parsed
        self.vocabulary = vocabulary
        self._guesses = 0

    @cached_property
    def places(self) -> Places:
        """Where things stand in the files.

        Examples:
            >>> from nocontact.facts import Scenario
            >>> from nocontact.parsing import rulebook_from_texts
            >>> parsed, _ = rulebook_from_texts({"wall.yaml": "decision: wall"})
            >>> str(Context(parsed, Scenario.vocabulary()).places.at("wall.yaml", "decision"))
            'wall.yaml:1:11'
        """
        return Places(self.parsed.texts)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule, in file order.

        Examples:
            >>> from nocontact import Rulebook
            >>> context = Context(Rulebook.load().parsed, Rulebook.load().vocabulary)
            >>> "wall.lock" in {rule.id for rule in context.rules}
            True
        """
        return tuple(self.parsed.rules)

    @cached_property
    def findings(self) -> Mapping[str, Finding]:
        """Flat findings by name, with one status for each tactic.

        Examples:
            >>> from nocontact import Rulebook
            >>> context = Context(Rulebook.load().parsed, Rulebook.load().vocabulary)
            >>> context.findings["status.filter_to_folder"].levels[0]
            'suggested'
        """
        declared = {finding.name: finding for finding in self.parsed.findings}
        statuses = {
            f"{STATUS}.{tactic.id}": Finding(f"{STATUS}.{tactic.id}", STATUSES, STATUS, STATUS)
            for tactic in self.parsed.tactics
        }
        return {**declared, **statuses}

    @cached_property
    def tactics(self) -> Mapping[str, Tactic]:
        """The catalogue by id.

        Examples:
            >>> from nocontact import Rulebook
            >>> context = Context(Rulebook.load().parsed, Rulebook.load().vocabulary)
            >>> context.tactics["filter_to_folder"].notice
            'invisible'
        """
        return {tactic.id: tactic for tactic in self.parsed.tactics}

    @cached_property
    def scales(self) -> dict[str, tuple[str, ...]]:
        """Attribute of a tactic → its values, lowest first.

        Examples:
            >>> from nocontact import Rulebook
            >>> context = Context(Rulebook.load().parsed, Rulebook.load().vocabulary)
            >>> context.scales["notice"]
            ('invisible', 'noticeable', 'announced', 'dramatic')
        """
        return self.parsed.scales

    def levels(self, subject: str) -> tuple[str, ...] | None:
        """Return the answers of a fact or the levels of a finding; None when unknown.

        Where both have the name, which is told elsewhere, either may be meant.

        Examples:
            >>> from nocontact import Rulebook
            >>> context = Context(Rulebook.load().parsed, Rulebook.load().vocabulary)
            >>> context.levels("hope"), context.levels("hopes")
            (('none', 'some', 'strong'), None)
        """
        fact, finding = self.vocabulary.get(subject), self.findings.get(subject)
        if fact and finding:
            return (*fact.answers, *finding.levels)
        return fact.answers if fact else finding.levels if finding else None

    def levels_of_family(self, family: Family) -> tuple[str, ...]:
        """Return what can be said of a tactic: its statuses, or yes and no.

        Examples:
            >>> from nocontact import Rulebook
            >>> context = Context(Rulebook.load().parsed, Rulebook.load().vocabulary)
            >>> context.levels_of_family("step"), context.levels_of_family("status")[0]
            (('no', 'yes'), 'suggested')
        """
        return STATUSES if family == STATUS else YES_NO

    def in_catalogue(self, at: int, *path: str | int) -> Span | None:
        """Return where a value of one tactic stands, by the tactic's place in the list.

        Examples:
            >>> from nocontact.facts import Scenario
            >>> from nocontact.parsing import rulebook_from_texts
            >>> parsed, _ = rulebook_from_texts({"tactics.yaml": "tactics: [{id: walk}]"})
            >>> str(Context(parsed, Scenario.vocabulary()).in_catalogue(0, "id"))
            'tactics.yaml:1:16'
        """
        above = self.parsed.inherited
        file = "tactics.yaml" if at >= above else f"{SHIPPED}tactics.yaml"
        return self.places.at(file, "tactics", at if at < above else at - above, *path)

    def found(
        self,
        code: str,
        message: str,
        span: Span | None,
        help: str,
        *,
        name: str | None = None,
        known: Iterable[str] = (),
        severity: Severity = "error",
    ) -> Diagnostic:
        """Return a diagnostic with its excerpt and the nearest known name.

        Examples:
            >>> from nocontact import Rulebook
            >>> context = Context(Rulebook.load().parsed, Rulebook.load().vocabulary)
            >>> known = ("none", "lock")
            >>> context.found("NC202", "Wrong.", None, "Mend.", name="lok", known=known).nearest
            'lock'
        """
        names = tuple(known)
        given = None if name is None else shown(name)
        text = self.parsed.texts.get(span.file, "") if span else ""
        excerpt = span.excerpt_of(text) or None if span else None
        guess = self._guess(name, names) if name is not None else None
        apart = told_apart(name or "", guess)
        help = f"{help}; {apart}" if apart else help
        few = names if len(names) <= 12 else ()
        way_out = shown(help, LONGEST_HELP)
        return Diagnostic(code, message, span, excerpt, given, few, guess, way_out, severity)

    def _guess(self, name: str, known: tuple[str, ...]) -> str | None:
        """Return the nearest name, while there are few problems and not too many names."""
        self._guesses += 1
        few = self._guesses <= MOST_GUESSES and len(known) <= MOST_NAMES
        return nearest(name, known) if few else None
