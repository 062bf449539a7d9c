"""Unless → a document: what could still be told, what could be otherwise, what is not theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from nocontact.display import Block, Details, Document, Heading, Item, Items, Paragraph, Text
from nocontact.explanation.claim import Claim
from nocontact.explanation.claim_wording import claim_said
from nocontact.explanation.exact.alike_changes import EditGroup, alike_changes
from nocontact.explanation.exact.answers_that_stand import makes_smaller, standing_answers
from nocontact.explanation.exact.change import Change, Whose
from nocontact.explanation.exact.edit_wording import group_line
from nocontact.explanation.situation import Situation

MOST_LINES = 6
"""So many changes are shown for one outcome; the others are folded."""

_PARTS: Mapping[Whose, str] = {
    "open": "open", "yours": "yours", "not_theirs": "not_theirs", "one_way": "past",
    "past": "past",
}  # fmt: skip
_FOLDED = ("not_theirs", "past")


def unless_to_document(
    situation: Situation, claim: Claim, changes: Sequence[Change], complete: bool
) -> Document:
    """Return what would make a difference, as a document.

    Args:
        situation: the answer.
        claim: what would be altered.
        changes: the changes, fewest first.
        complete: whether these are all.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> found = recommend(Scenario(staying_away="nothing_holds")).unless("wall")
        >>> print(found.to_document().title)
        What would make this different? The height of the wall: a high wall.
    """
    what = claim_said(situation.words, claim.subject, claim.level)
    title = situation.words.say("unless.title", what=what)
    return Document(_Layout(situation, claim).blocks(changes, complete), title=title)


class _Layout:
    def __init__(self, situation: Situation, claim: Claim) -> None:
        self.words, self.claim = situation.words, claim

    def blocks(self, changes: Sequence[Change], complete: bool) -> Iterator[Block]:
        if not changes:
            yield Paragraph(self.words.say("unless.never" if complete else "unless.not_found"))
            return
        yield Paragraph(self.words.say("unless.about"))
        parts: dict[str, list[Change]] = {part: [] for part in _PARTS.values()}
        for change in changes:
            parts[_PARTS[change.kind]].append(change)
        for part, found in parts.items():
            if found and part in _FOLDED:
                yield Details(self.words.say(f"unless.{part}.title"), self._folded(part, found))
            elif found:
                yield Heading(1, self.words.say(f"unless.{part}.title"))
                yield Paragraph(self.words.say(f"unless.{part}.about"))
                yield self._ends(found)
        if not complete:
            yield Paragraph(self.words.say("unless.not_all"))

    def _folded(self, part: str, changes: Sequence[Change]) -> Iterator[Block]:
        """Yield what is not in the person's hands; what nobody should make smaller as it is."""
        yield Paragraph(self.words.say(f"unless.{part}.about"))
        vocabulary = self.words.rulebase.vocabulary
        stands = [change for change in changes if makes_smaller(vocabulary, change)]
        others = [change for change in changes if change not in stands]
        if stands:
            lines = standing_answers(self.words, stands)
            label = Text(f"{self.words.say('graph.rests_on')}:", "strong")
            yield Items([Item(label, [Items(lines)])])
        if others:
            yield self._ends(others)

    def _ends(self, changes: Sequence[Change]) -> Items:
        """Return the changes, those with the same end together."""
        ends: dict[str, list[Change]] = {}
        for change in changes:
            ends.setdefault(change.becomes, []).append(change)
        return Items(Item(self._then(end), self._changes(found)) for end, found in ends.items())

    def _then(self, level: str) -> Text:
        said = claim_said(self.words, self.claim.subject, level)
        return Text(self.words.say("unless.then", what=said), "strong")

    def _changes(self, changes: Sequence[Change]) -> Iterator[Block]:
        items = list(map(self._item, alike_changes(changes)))
        shown, more = items[:MOST_LINES], items[MOST_LINES:]
        yield Items(shown)
        if more:
            yield Details(self.words.say("unless.more", count=len(more)), [Items(more)])

    def _item(self, groups: Sequence[EditGroup]) -> Item:
        lines = [group_line(self.words, group) for group in groups]
        if len(lines) == 1:
            return Item(lines[0])
        return Item(self.words.say("unless.together"), [Items(lines)])
