"""Two answers side by side: what differs, and which rules made each difference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nocontact.display import Document, ShownAsData
from nocontact.recommendation.changes_to_document import changes_to_document
from nocontact.recommendation.difference import ChangedAnswer, Difference, LetGo
from nocontact.recommendation.differences import differences_between, let_go_between
from nocontact.recommendation.plain_data import plain_data

if TYPE_CHECKING:
    from nocontact.recommendation.recommendation import Recommendation


@dataclass(frozen=True, slots=True)
class Changes(ShownAsData):
    """What differs between two answers, and what made it differ.

    Attributes:
        old: the earlier answer, or the one that was asked from.
        new: the later answer, or the one with other answers.
        answers: what was answered differently.
        differences: every part of the answer that differs, in the order in which it is shown.
        let_go: barriers in place that may be let go now.
        supposed: whether the new answer is a "what if" and not another day.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> changes = recommend(Scenario(staying_away="nothing_holds")).what_if(staying_away="easy")
        >>> changes.differences[0].name, changes.of("wall").rules
        ('wall', ('wall.lock',))
        >>> changes
        Changes(answers hidden; use .to_text())
    """

    old: Recommendation
    new: Recommendation
    answers: tuple[ChangedAnswer, ...]
    differences: tuple[Difference, ...]
    let_go: tuple[LetGo, ...]
    supposed: bool = False

    def __repr__(self) -> str:
        return "Changes(answers hidden; use .to_text())"

    @property
    def is_empty(self) -> bool:
        """Whether nothing that is shown differs.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> rec = recommend(Scenario(hope="some"))
            >>> rec.changes_since(rec).is_empty
            True
        """
        return not self.differences

    @property
    def same_rules(self) -> bool:
        """Whether both answers rest on the same rulebook.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> recommend(Scenario()).what_if(hope="some").same_rules
            True
        """
        return self.old.rulebase.digest == self.new.rulebase.digest

    def of(self, name: str) -> Difference | None:
        """Return the first difference with this name; None when there is none.

        Args:
            name: a finding, a tactic, a need or a note.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> recommend(Scenario()).what_if(hope="some").of("no such thing") is None
            True
        """
        return next((each for each in self.differences if each.name == name), None)

    def to_document(self) -> Document:
        """Return the differences as a document: what may be let go, what is new, and every why.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> rec = recommend(Scenario(staying_away="nothing_holds"))
            >>> rec.changes_since(rec).to_document().title
            'What is different now'
        """
        return changes_to_document(self)

    def to_dict(self) -> dict[str, Any]:
        """Return what differs, and what made it differ, as plain data.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> person = Scenario(staying_away="nothing_holds")
            >>> changes = recommend(person).what_if(staying_away="easy")
            >>> changes.to_dict()["differences"][0]["rules"]
            ['wall.lock']
        """
        return {
            "schema": "nocontact.changes/1",
            "supposed": self.supposed,
            "same_rules": self.same_rules,
            "crisis": self.new.situation.help_first,
            "answers": plain_data(self.answers),
            "differences": [_difference(each) for each in self.differences],
            "let_go": plain_data(self.let_go),
        }


def changes_between(
    earlier: Recommendation, later: Recommendation, *, supposed: bool = False
) -> Changes:
    """Return what differs between two answers, and which rules made each difference.

    The two may rest on different rules or questions; what one of them does not know counts as
    unknown there.

    Args:
        earlier: the answer of an earlier day.
        later: the answer of a later day.
        supposed: whether the later one is a "what if".

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> old, new = (recommend(Scenario(reach_out=each)) for each in ("often", "never"))
        >>> changes_between(old, new).differences[0].after
        'open'
    """
    return Changes(
        earlier,
        later,
        _answers(earlier, later),
        differences_between(earlier, later),
        let_go_between(earlier, later),
        supposed,
    )


def _answers(earlier: Recommendation, later: Recommendation) -> tuple[ChangedAnswer, ...]:
    before, after = earlier.scenario.answers(), later.scenario.answers()
    asked = (each.scenario.vocabulary().questions() for each in (later, earlier))
    names = dict.fromkeys(question.name for questions in asked for question in questions)
    return tuple(
        ChangedAnswer(name, before.get(name, "unknown"), after.get(name, "unknown"))
        for name in names
        if before.get(name, "unknown") != after.get(name, "unknown")
    )


def _difference(difference: Difference) -> dict[str, Any]:
    return {**plain_data(difference), "rules": list(difference.rules)}
