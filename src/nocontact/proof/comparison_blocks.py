"""The parts of a comparison → blocks of a document; long lists are cut, and say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from nocontact.display import (
    Block,
    Callout,
    Details,
    Heading,
    Inlines,
    InlinesLike,
    Item,
    Items,
    Paragraph,
    Preformatted,
    Table,
    Text,
    inlines,
)
from nocontact.proof.comparison_parts import (
    Because,
    Change,
    Compared,
    Effect,
    Explained,
    Group,
    Tally,
    Violation,
)
from nocontact.proof.edit import Edit
from nocontact.proof.flat_to_answers import answers_to_yaml
from nocontact.proof.share_text import count_text, share_text

T = TypeVar("T")
MOST_GROUPS = 10
MOST_CHANGES = 6
MOST_EDITS = 20
MOST_WHYS = 3
WITNESS = "The smallest scenario, confirmed by the reference engine"
NOT_PEOPLE = (
    "These are shares of combinations of answers, not of people. Most combinations are like no "
    "person, so look at the smaller regions too, where there are some."
)
WHAT = (
    "Compared: the findings that are shown, the status of every tactic, the steps for now and for "
    "later, the needs left open, and whether barriers may be let go. Not compared: words, sources, "
    "the order of steps, other ways to meet a need, and questions that are still open."
)


def summary_blocks(old: Compared, new: Compared, tallies: Sequence[Tally]) -> Iterator[Block]:
    """Yield what was compared, and how many scenarios change.

    Examples:
        >>> name = Compared("mine", "1", "0")
        >>> len(list(summary_blocks(name, name, (Tally("all scenarios", 8, 2),))))
        4
    """
    yield Paragraph(f"From {old} to {new}.")
    whole = tallies[0]
    if whole.changed == 0:
        said = f"In all {count_text(whole.scenarios)} scenarios the recommendation is the same."
        yield Callout("info", [said, WHAT], "Equivalent: proved")
        return
    yield Table(
        ["where", "scenarios", "changed", "share"],
        [
            [each.region, count_text(each.scenarios), count_text(each.changed), _share(each)]
            for each in tallies
        ],
    )
    yield Callout("caution", NOT_PEOPLE)
    yield Paragraph(WHAT)


def kept_blocks(must_not_change: Sequence[str], violations: Sequence[Violation]) -> Iterator[Block]:
    """Yield what had to stay and does not.

    Examples:
        >>> len(list(kept_blocks(("It stays.",), ())))
        2
    """
    if not must_not_change:
        return
    yield Heading(1, "What must not change")
    if not violations:
        yield Callout("info", f"All {len(must_not_change)} entries hold, in every scenario.")
    for each in violations[:MOST_GROUPS]:
        said = f"{_counts(each.tally)} of its scenarios change ({_share(each.tally)})."
        yield Callout("urgent", [Paragraph(Text(each.says, "strong")), said], "This changes")
        yield Details(WITNESS, _in_witness(each.witness, each.explained), open=True)
    yield from _more(violations, MOST_GROUPS, "entries")


def edit_blocks(effects: Sequence[Effect]) -> Iterator[Block]:
    """Yield what was edited, and what came of it.

    Examples:
        >>> list(edit_blocks(()))
        []
    """
    if not effects:
        return
    yield Heading(1, "Edits")
    yield Items(map(_edit, effects[:MOST_EDITS]))
    yield from _more(effects, MOST_EDITS, "edits")


def group_blocks(groups: Sequence[Group]) -> Iterator[Block]:
    """Yield what changes, the largest groups first, each with its smallest scenario.

    Examples:
        >>> list(group_blocks(()))
        []
    """
    alike = _alike(groups)
    if groups:
        yield Heading(1, "Changes")
    for number, (group, *others) in enumerate(alike[:MOST_GROUPS], start=1):
        lines = list(_lines(group.changes))
        yield Heading(2, f"{number}. {lines[0]}{', and more' if len(lines) > 1 else ''}")
        if len(lines) > 1:
            yield Items([*lines[:MOST_CHANGES], *_and_more(lines, MOST_CHANGES)])
        yield Paragraph(_made_by(group.edits))
        yield Items(f"{each.region}: {_counts(each)} ({_share(each)})" for each in group.tallies)
        if others:
            names = ", ".join(each.changes[0].words[1] for each in others)
            yield Paragraph(f"The same, each in as many scenarios: {names}.")
        yield Details(WITNESS, _in_witness(group.witness, group.explained), open=number == 1)
    yield from _more(alike, MOST_GROUPS, "groups of changes")


def _alike(groups: Sequence[Group]) -> list[list[Group]]:
    """Put groups of one change together that differ only in the name of what changes."""
    found: dict[object, list[Group]] = {}
    for group in groups:
        (start, name, end), *more = (change.words for change in group.changes)
        key = (start, name if more else "", end, group.edits, group.tallies)
        found.setdefault(key if not more else group.changes, []).append(group)
    return list(found.values())


def _in_witness(answers: Mapping[str, Any], explained: Sequence[Explained]) -> Iterator[Block]:
    yield Preformatted(answers_to_yaml(answers))
    rows: list[list[InlinesLike]] = [
        [str(e.change), _side(e.change.before, e.before), _side(e.change.after, e.after)]
        for e in explained[:MOST_CHANGES]
    ]
    yield Table(["", "before", "after"], rows)
    yield from _more(explained, MOST_CHANGES, "changes")


def _side(level: str, because: Sequence[Because]) -> Inlines:
    whys = [inlines(" ", _why(each)) for each in because[:MOST_WHYS]]
    if len(because) > MOST_WHYS:
        whys.append(inlines(f" And {len(because) - MOST_WHYS} more."))
    return inlines(Text(f"{level}.", "strong"), *(whys or [inlines(" No rule speaks here.")]))


def _why(because: Because) -> Inlines:
    cited = Text(f" [{', '.join(because.sources)}]", "citation") if because.sources else ""
    return inlines(Text(because.id, "code"), ": " if because.id else "", because.text, cited)


def _made_by(edits: Sequence[Edit]) -> Inlines:
    if not edits:
        return inlines("Made by several edits together: none of them alone.")
    names = [part for edit in edits for part in (" and ", Text(str(edit), "code"))][1:]
    each = " Each of them is needed." if len(edits) > 1 else ""
    return inlines("Made by ", names, ".", each)


def _lines(changes: Sequence[Change]) -> Iterator[str]:
    """Yield one line for each kind of change, with the names that it concerns."""
    by_words: dict[tuple[str, str], list[str]] = {}
    for change in changes:
        start, name, end = change.words
        by_words.setdefault((start, end), []).append(name)
    for (start, end), names in by_words.items():
        more = f" and {len(names) - MOST_CHANGES} more" if len(names) > MOST_CHANGES else ""
        yield f"{start}{', '.join(names[:MOST_CHANGES])}{more}{end}"


def _edit(effect: Effect) -> Item:
    edit = effect.edit
    said = [f"{sign} {text}" for sign, text in (("-", edit.before), ("+", edit.after)) if text]
    text = inlines(Text(str(edit), "code"), f": {_effect(effect)}")
    return Item(text, [Preformatted("\n".join(said))] if said else [])


def _effect(effect: Effect) -> str:
    if effect.changed is None:
        return "counted with its decision, because there are so many edits."
    if effect.changed:
        return f"{count_text(effect.changed)} scenarios change because of it."
    return "No scenario changes because of it alone."


def _counts(tally: Tally) -> str:
    return f"{count_text(tally.changed)} of {count_text(tally.scenarios)}"


def _share(tally: Tally) -> str:
    return share_text(tally.changed, tally.scenarios)


def _more(whole: Sequence[T], shown: int, what: str) -> Iterator[Block]:
    if len(whole) > shown:
        yield Paragraph(f"And {len(whole) - shown} more {what}; all of them are in the JSON.")


def _and_more(lines: Sequence[str], shown: int) -> Iterator[str]:
    if len(lines) > shown:
        yield f"and {len(lines) - shown} more"
