"""Single comparisons in plain words: the question, what was asked for, what was found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nocontact.explanation.evaluated_condition import EvaluatedCondition
from nocontact.explanation.wording import Wording
from nocontact.facts.fact import UNKNOWN, Fact
from nocontact.inference.condition_truth import accepted
from nocontact.rulebook import STATUS, YES_NO, Atom, Comparison, IsUnknown

_TRUTHS = {True: "yes", False: "no", None: "open"}


class ConditionWording:
    """Says what was asked and what was found, in the words of one rulebook.

    Args:
        words: where the texts come from.

    Examples:
        >>> from nocontact import Rulebook
        >>> said = ConditionWording(Wording(Rulebook.load()))
        >>> said.claim("wall", "lock"), said.claim("was_left", "yes")
        ('The height of the wall: a high wall.', 'They ended it.')
        >>> said.claim("was_left", "no")
        'As far as we know, this is not so: “They ended it.”'
    """

    def __init__(self, words: Wording) -> None:
        self.words = words
        self.rulebase = words.rulebase

    def claim(self, finding: str, level: str) -> str:
        """Return what was concluded, as a sentence.

        Args:
            finding: a flat finding, the status of a tactic too.
            level: one of its levels.

        Examples:
            >>> from nocontact import Rulebook
            >>> said = ConditionWording(Wording(Rulebook.load()))
            >>> said.claim("ready", "not_yet")
            'Your choice to leave: you go back and forth.'
            >>> said.claim("status.change_number", "held")
            '“Get a new number”: wait for now.'
        """
        if finding.startswith(f"{STATUS}."):
            tactic = quoted([self.words.short(finding.removeprefix(f"{STATUS}."))])
            status = self._level(finding, level)
            return sentence(self.words.say("why.claim", what=tactic, level=status))
        what = sentence(self.words.finding(finding))
        if self.rulebase.findings[finding].levels == YES_NO:
            return what if level == "yes" else self.words.say("why.not_said", what=what)
        level = self._level(finding, level)
        return sentence(self.words.say("why.claim", what=self.words.finding(finding), level=level))

    def found(self, leaves: Sequence[EvaluatedCondition]) -> str:
        """Return what was found, for one comparison, or several that are alike.

        Args:
            leaves: comparisons of the same question with the same value, or a single one.

        Examples:
            >>> from nocontact import Rulebook
            >>> from nocontact.explanation.evaluated_condition import evaluated
            >>> strong = evaluated(Comparison("hope", "is", ("strong",)),
            ...                    {"hope": "strong"}, Rulebook.load().levels)
            >>> ConditionWording(Wording(Rulebook.load())).found([strong])[-25:]
            '?” You said: “Most days”.'
        """
        asked, found = _atom(leaves[0]), str(leaves[0].found)
        if asked.subject not in self.rulebase.vocabulary:
            return self.claim(asked.subject, found)
        fact = self.rulebase.vocabulary[asked.subject]
        question = self.words.asks(fact.question)
        if found == UNKNOWN:
            return self.words.say("why.silent", asks=question)
        if isinstance(asked, IsUnknown) and not asked.expected:
            return self.words.say("why.answered", asks=question)
        if fact.member is None:
            answer = self.words.answer(fact.question, found)
            return self.words.say("why.answer", asks=question, answer=answer)
        members = self._members(leaves)
        if self.rulebase.vocabulary.question(fact.question).shape == "set":
            key = "why.named" if found == "yes" else "why.not_named"
            return self.words.say(key, asks=question, what=members)
        answer = self.words.answer(fact.question, found)
        return self.words.say("why.at", asks=question, what=members, answer=answer)

    def judged(self, leaves: Sequence[EvaluatedCondition], link: str = ", ") -> str:
        """Return what was asked for beside what was found, for one comparison or several alike.

        Args:
            leaves: comparisons of the same question with the same value, or a single one.
            link: what stands between the members that were asked for.

        Examples:
            >>> from nocontact import Rulebook
            >>> from nocontact.explanation.evaluated_condition import evaluated
            >>> high = evaluated(Comparison("wall", "is", ("sealed",)), {"wall": "lock"},
            ...                  Rulebook.load().levels)
            >>> print(ConditionWording(Wording(Rulebook.load())).judged([high]))
            It asks for: “a very high wall”. The height of the wall: a high wall.
        """
        asked = _atom(leaves[0])
        if asked.subject in self.rulebase.vocabulary:
            return self._judged_answer(asked, leaves, link)
        assert isinstance(asked, Comparison)
        if self.rulebase.findings[asked.subject].levels == YES_NO:
            what = sentence(self.words.finding(asked.subject))
            wants = "yes" in accepted(asked, YES_NO)
            return self.words.say("why_not.has_to_hold" if wants else "why_not.has_to_stay_out",
                                  what=what)  # fmt: skip
        said = (self._level(asked.subject, level) for level in self._accepted(asked))
        asks_for = self.words.say("why_not.asks_for", what=quoted(said, self._or))
        return f"{asks_for} {self.found(leaves)}"

    def _judged_answer(self, asked: Atom, leaves: Sequence[EvaluatedCondition], link: str) -> str:
        fact, found = self.rulebase.vocabulary[asked.subject], str(leaves[0].found)
        a_set = self.rulebase.vocabulary.question(fact.question).shape == "set"
        question = self.words.say("why_not.question", asks=self.words.asks(fact.question))
        if isinstance(asked, IsUnknown):
            wanted = self.words.say(f"why_not.{'if_silent' if asked.expected else 'if_told'}")
        elif a_set:
            key = "why_not.asks_for" if "yes" in self._accepted(asked) else "why_not.asks_without"
            wanted = self.words.say(key, what=self._members(leaves, link))
        else:
            said = (self.words.answer(fact.question, each) for each in self._accepted(asked))
            wanted = self.words.say("why_not.asks_for", what=quoted(said, self._or))
        where = f"{self._members(leaves)}: " if fact.member and not a_set else ""
        return f"{question} {where}{wanted} {self._short(fact, found, a_set, len(leaves))}"

    def _short(self, fact: Fact, found: str, a_set: bool, count: int) -> str:
        """Return what was found, where the question was named before."""
        if found == UNKNOWN:
            return self.words.say("why_not.silent")
        if a_set:
            several = "_all" if count > 1 else ""
            return self.words.say(f"why_not.{'' if found == 'yes' else 'not_'}named{several}")
        return self.words.say("why_not.said", answer=self.words.answer(fact.question, found))

    def truth(self, given: EvaluatedCondition) -> str:
        """Return "Yes", "No" or "Not known".

        Examples:
            >>> from nocontact import Rulebook
            >>> from nocontact.rulebook import AllOf
            >>> from nocontact.explanation.evaluated_condition import evaluated
            >>> always = evaluated(AllOf(()), {}, lambda _: ())
            >>> ConditionWording(Wording(Rulebook.load())).truth(always)
            'Yes.'
        """
        return self.words.say(f"why_not.{_TRUTHS[given.truth]}")

    def alike(self, parts: Iterable[EvaluatedCondition]) -> list[list[EvaluatedCondition]]:
        """Put those together that say the same of several members of one question.

        Examples:
            >>> from nocontact import Rulebook
            >>> from nocontact.explanation.evaluated_condition import evaluated
            >>> rulebase, values = Rulebook.load(), {"aims.heal": "no", "aims.space": "no"}
            >>> given = [evaluated(Comparison(name, "is", ("no",)), values, rulebase.levels)
            ...          for name in values]
            >>> [len(group) for group in ConditionWording(Wording(rulebase)).alike(given)]
            [2]
        """
        groups: dict[object, list[EvaluatedCondition]] = {}
        for part in parts:
            groups.setdefault(self._kind(part), []).append(part)
        return list(groups.values())

    def _kind(self, part: EvaluatedCondition) -> object:
        asked = part.condition
        if not isinstance(asked, Comparison | IsUnknown):
            return id(part)
        fact = self.rulebase.vocabulary.get(asked.subject)
        if fact is None or fact.member is None:
            return id(part)
        wanted = (asked.operator, asked.values) if isinstance(asked, Comparison) else asked.expected
        return (fact.question, wanted, part.found, part.truth)

    def _level(self, finding: str, level: str) -> str:
        if finding.startswith(f"{STATUS}."):
            return self.words.say(f"{STATUS}.{level}")
        return self.words.level(finding, level)

    def _members(self, leaves: Iterable[EvaluatedCondition], link: str = ", ") -> str:
        facts = (self.rulebase.vocabulary[_atom(leaf).subject] for leaf in leaves)
        said = (self.words.answer(fact.question, str(fact.member)) for fact in facts)
        return quoted(said, link)

    def _accepted(self, asked: Comparison) -> list[str]:
        levels = self.rulebase.levels(asked.subject)
        return [level for level in levels if level in accepted(asked, levels)]

    @property
    def _or(self) -> str:
        return f" {self.words.say('why_not.or')} "


def quoted(texts: Iterable[str], link: str = ", ") -> str:
    """Return texts between quotation marks, one after the other, without their full stops.

    Examples:
        >>> quoted(["Most days.", "Never"])
        '“Most days”, “Never”'
    """
    return link.join(f"“{text.rstrip('.')}”" for text in texts)


def sentence(text: str) -> str:
    """Return a text with a capital letter at its start and a full stop at its end.

    Examples:
        >>> sentence("the height of the wall"), sentence("Why?")
        ('The height of the wall.', 'Why?')
    """
    end = "" if text.endswith((".", "?", "!", "”")) else "."
    return f"{text[:1].upper()}{text[1:]}{end}"


def _atom(given: EvaluatedCondition) -> Atom:
    assert isinstance(given.condition, Comparison | IsUnknown)
    return given.condition
