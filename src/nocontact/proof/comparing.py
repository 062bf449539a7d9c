"""Two rulebooks → what changes for whom: exact counts, witnesses, both explanations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from nocontact.proof.all_scenarios import AllScenarios, all_scenarios, alone_when_full
from nocontact.proof.attribution import Cell, attributed, units
from nocontact.proof.budget import within
from nocontact.proof.comparison import Comparison
from nocontact.proof.comparison_parts import (
    Change,
    Compared,
    Effect,
    Explained,
    Group,
    Tally,
    Violation,
)
from nocontact.proof.diagrams import NODES, SECONDS
from nocontact.proof.edit import Edit
from nocontact.proof.flat_to_answers import flat_to_answers
from nocontact.proof.formula import Formula
from nocontact.proof.kept import Kept
from nocontact.proof.region import EVERYWHERE, Region, usual_regions
from nocontact.proof.rulebook_edits import edits_between
from nocontact.proof.same_facts import require_same_facts
from nocontact.proof.seen_formulas import SeenFormulas
from nocontact.proof.seen_once import SeenOnce
from nocontact.proof.subject import Subject, absent
from nocontact.rulebook import CheckedRulebase, atoms_of


@alone_when_full
def compared(
    old: CheckedRulebase,
    new: CheckedRulebase,
    *,
    regions: Iterable[Region] | None = None,
    kept: Iterable[Kept] = (),
    nodes: int = NODES,
    seconds: float = SECONDS,
) -> Comparison:
    """Compare what two rulebooks recommend, in every scenario there is.

    Args:
        old: the rulebook before.
        new: the rulebook after, over the same facts.
        regions: parts of the space to count in as well, over facts and findings of the old one;
            those that speak of something else are left out.
        kept: what must not change.
        nodes: the budget of the diagrams.
        seconds: how long each rulebook, and then comparing them, may take.

    Raises:
        ProofError: when the facts differ (NC711), the library for diagrams is missing (NC701),
            or the rules are too tangled for so many nodes (NC702) or seconds (NC703).

    Examples:
        >>> from nocontact import Rulebook
        >>> rulebase = Rulebook.load()
        >>> compared(rulebase, rulebase).equivalent
        True
    """
    require_same_facts(old.vocabulary, new.vocabulary)
    before = all_scenarios(old, nodes, seconds)
    after = AllScenarios.of(new, space=before.space, seconds=seconds)
    with within(seconds, "comparing the two rulebooks"):
        return _Comparer(
            before, after, usual_regions(old) if regions is None else regions
        ).comparison(tuple(kept))


class _Comparer:
    def __init__(self, old: AllScenarios, new: AllScenarios, regions: Iterable[Region]) -> None:
        self.old, self.new, self.space = old, new, old.space
        known = {*old.space.vocabulary, *old.rulebase.findings}
        spoken = ((each, {atom.subject for atom in atoms_of(each.condition)}) for each in regions)
        chosen = [EVERYWHERE, *(each for each, said in spoken if said and said <= known)]
        wheres = [old.where(each.condition) for each in chosen]
        self.regions = [(r.name, w, w.count) for r, w in zip(chosen, wheres, strict=True)]

    def comparison(self, kept: tuple[Kept, ...]) -> Comparison:
        old, new = self.old.rulebase, self.new.rulebase
        changes = self.changes()
        edits = edits_between(old.parsed, new.parsed)
        cells = list(attributed(self.old, self.new, units(edits, old, new), changes))
        return Comparison(
            old=Compared.of(old),
            new=Compared.of(new),
            tallies=self.tallies(self.space.diagrams.some(changes.values())),
            effects=tuple(self.effects(edits, cells)),
            groups=tuple(self.groups(cells)),
            must_not_change=tuple(each.says for each in kept),
            violations=tuple(self.violations(kept, changes)),
        )

    def changes(self, also: frozenset[str] = frozenset()) -> dict[Change, Formula]:
        """Return each change of one part from one level to another, and where it happens.

        With findings that are not shown, only the parts that they add.
        """
        before, after = SeenFormulas(self.old, also), SeenFormulas(self.new, also)
        subjects = dict.fromkeys((*before.levels, *after.levels))
        if also:
            shown = {*SeenFormulas(self.old).levels, *SeenFormulas(self.new).levels}
            subjects = {each: None for each in subjects if each not in shown}
        return {
            change: where
            for subject in subjects
            if self._counts(subject, before, after)
            for change, where in self._changes(subject, before, after)
        }

    def _counts(self, subject: Subject, before: SeenFormulas, after: SeenFormulas) -> bool:
        """The first of a set counts only where the order of its members was edited."""
        one, two = before.levels.get(subject, ()), after.levels.get(subject, ())
        if subject.family == "pace":
            return one == two
        if subject.family != "first":
            return True
        return [each for each in one if each in two] != [each for each in two if each in one]

    def _changes(
        self, subject: Subject, before: SeenFormulas, after: SeenFormulas
    ) -> Iterator[tuple[Change, Formula]]:
        one, two = before.levels.get(subject), after.levels.get(subject)
        reached = {level: after.where(subject, level) for level in two or absent(one)}
        for level in one or absent(two):
            here = before.where(subject, level)
            gone = here & ~reached[level] if level in reached else here
            if gone.is_false:  # seen without the rest of a row, which would make it large
                continue
            for other, there in reached.items():
                if level != other and not (gone & there).is_false:
                    where = gone & there & self.space.well_formed
                    if not where.is_false:
                        yield Change(subject, level, other), where

    def tallies(self, where: Formula) -> tuple[Tally, ...]:
        return tuple(Tally(name, size, (where & part).count) for name, part, size in self.regions)

    def effects(self, edits: Iterable[Edit], cells: Iterable[Cell]) -> list[Effect]:
        """Return every edit with the number of scenarios in which it made a change."""
        old, new = self.old.rulebase, self.new.rulebase
        counted = units(tuple(edits), old, new)
        made: dict[Edit, Formula] = {}
        for _, made_by, where in cells:
            for edit in made_by:
                made[edit] = made[edit] | where if edit in made else where
        found = [Effect(edit, made[edit].count if edit in made else 0) for edit in counted]
        found.sort(key=lambda effect: -(effect.changed or 0))
        others = (edit for edit in edits if edit not in counted)
        return [*found, *(Effect(edit, None if edit.may_count else 0) for edit in others)]

    def groups(self, cells: Iterable[Cell]) -> list[Group]:
        """Return the changes, joined where they come together; the largest groups first."""
        joined: dict[tuple[tuple[Edit, ...], Formula], list[Change]] = {}
        for change, made_by, where in cells:
            joined.setdefault((made_by, where), []).append(change)
        found = [self._group(key[0], key[1], changes) for key, changes in joined.items()]
        return sorted(found, key=lambda group: -group.count)

    def _group(self, made_by: tuple[Edit, ...], where: Formula, changes: list[Change]) -> Group:
        facts = self._smallest(where)
        return Group(
            tuple(changes),
            made_by,
            self.tallies(where),
            flat_to_answers(self.old.rulebase, facts),
            tuple(self._explained(facts, changes)),
        )

    def _smallest(self, where: Formula) -> dict[str, str]:
        facts = self.space.smallest(where)
        assert facts is not None, "a change that happens nowhere"
        return facts

    def _explained(
        self,
        facts: Mapping[str, str],
        changes: Iterable[Change],
        also: frozenset[str] = frozenset(),
    ) -> Iterator[Explained]:
        """Yield both explanations of each change; the reference engine has to confirm it."""
        old = SeenOnce(self.old.rulebase, facts, also)
        new = SeenOnce(self.new.rulebase, facts, also)
        for change in changes:
            subject = change.subject
            if not (old.has(subject, change.before) and new.has(subject, change.after)):
                raise AssertionError(f"the reference engine does not confirm: {change}")
            yield Explained(change, old.because(subject), new.because(subject))

    def violations(
        self, kept: Iterable[Kept], changes: Mapping[Change, Formula]
    ) -> Iterator[Violation]:
        for each in kept:
            hidden = {**changes, **self.changes(each.findings)} if each.findings else changes
            there = each.where(self.old)
            broken = {
                change: where & there
                for change, where in hidden.items()
                if each.keep is None or change.subject in each.keep
            }
            whole = self.space.diagrams.some(broken.values())
            if not whole.is_false:
                yield self._violation(each, there, whole, broken)

    def _violation(
        self, kept: Kept, there: Formula, whole: Formula, broken: Mapping[Change, Formula]
    ) -> Violation:
        facts = self._smallest(whole)
        row = self.space.row(facts)
        changes = [change for change, where in broken.items() if where.holds(row)]
        return Violation(
            kept.says,
            Tally("", there.count, whole.count),
            tuple(self._explained(facts, changes, kept.findings)),
            flat_to_answers(self.old.rulebase, facts),
        )
