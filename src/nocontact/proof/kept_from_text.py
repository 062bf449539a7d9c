"""YAML text → what must not change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nocontact.checking.context import Context
from nocontact.checking.promise_names import promise_names
from nocontact.checking.resolving import spelled_out
from nocontact.diagnostics import (
    Mapping,
    Node,
    Report,
    RulebookError,
    Scalar,
    plain,
    read_yaml,
    shown,
)
from nocontact.facts import UNKNOWN
from nocontact.facts.answer_reading import read_answers
from nocontact.facts.flattening import flatten
from nocontact.parsing import Reading, condition_from_yaml
from nocontact.proof.kept import Kept
from nocontact.proof.subject import Subject, levels_seen
from nocontact.rulebook import ALWAYS, CheckedRulebase, Condition, Promise

FAMILIES = {"statuses": "status", "steps": "step", "gaps": "gap"}
EVERYTHING = "everything"
KEYS = ("says", "when", "given", "keep")


def kept_from_text(text: str, file: str, rulebase: CheckedRulebase) -> tuple[Kept, ...]:
    """Read a file of what must not change: a list under `must_not_change:`.

    Each entry has `says:`, a sentence; `when:`, a condition as promises have it, or `given:`, the
    answers of one scenario; and `keep:`, what must stay: findings or sets, `status.<tactic>`,
    `step.<tactic>`, `gap.<need>`, `statuses`, `steps`, `gaps`, or `everything` (so when left out).

    Args:
        text: the text of the file.
        file: its name, for messages.
        rulebase: the old rulebook, whose facts, findings and steps it speaks of.

    Raises:
        RulebookError: with every problem and where it stands.

    Examples:
        >>> from nocontact import Rulebook
        >>> text = "must_not_change: [{says: It stays., when: {danger: yes}, keep: [wall]}]"
        >>> kept_from_text(text, "stays.yaml", Rulebook.load())[0].keep
        frozenset({Subject(family='finding', name='wall')})
    """
    node, problems = read_yaml(text, file)
    found: tuple[Kept, ...] = ()
    if node is not None:
        reader = _Reader(Reading(file, text), rulebase, text)
        fields = reader.reading.fields(node, ("must_not_change",))
        found = tuple(map(reader.entry, reader.reading.items(fields.get("must_not_change"))))
        problems = (*problems, *reader.reading.problems)
    if problems:
        raise RulebookError(Report.of(problems))
    return found


class _Reader:
    def __init__(self, reading: Reading, rulebase: CheckedRulebase, text: str) -> None:
        self.reading = reading
        self.rulebase = rulebase
        self.text = text
        texts = {**rulebase.parsed.texts, reading.file: text}
        self.context = Context(replace(rulebase.parsed, texts=texts), rulebase.vocabulary)
        reading.speaks_of_steps = True

    def entry(self, node: Node) -> Kept:
        fields = self.reading.fields(node, ("says",), KEYS[1:])
        if isinstance(node, Mapping) and ("when" in fields) == ("given" in fields):
            self.reading.say("NC102", "an entry has either `when` or `given`", node.span,
                             "say where it must not change")  # fmt: skip
        return Kept(
            self.reading.text(fields.get("says")),
            self.condition(fields["when"]) if "when" in fields else ALWAYS,
            self.scenario(fields["given"]) if "given" in fields else None,
            frozenset(self.subjects(fields["keep"])) if "keep" in fields else None,
        )

    def condition(self, node: Node) -> Condition:
        condition = condition_from_yaml(self.reading, node)
        promise = Promise("", "", condition, ALWAYS, (), False, (), ())
        parsed = replace(self.context.parsed, promises=(promise,))
        self.reading.problems += promise_names(Context(parsed, self.context.vocabulary))
        return ALWAYS if self.reading.problems else spelled_out(self.context, condition)

    def scenario(self, node: Node) -> dict[str, str]:
        vocabulary = self.rulebase.vocabulary
        answers, problems = read_answers(vocabulary, plain(node))
        entries = {str(key.value): value for key, value in self.reading.entries(node)}
        for each in problems:
            place = entries.get(each.path[0], node) if each.path else node
            self.reading.place(each.diagnostic, place.span)
        row = vocabulary.blank()
        for question in vocabulary.questions():
            answer = answers.get(question.name, UNKNOWN)
            if answer != UNKNOWN and not problems:
                row.update(flatten(question, answer))
        return row

    def subjects(self, node: Node) -> Iterator[Subject]:
        """Yield the parts that a list names, one by one or as members of what is named."""
        seen = levels_seen(self.rulebase, self.rulebase.findings)
        named = [(_name(each), each) for each in seen]
        for item in self.reading.items(node):
            name = self.reading.answer(item)
            prefix = FAMILIES.get(name, name)
            found = [
                part for full, part in named if full == prefix or full.startswith(f"{prefix}.")
            ]
            if name == EVERYTHING:
                found = list(levels_seen(self.rulebase))
            if not found and isinstance(item, Scalar):
                self.unknown_part(item, name, [*dict.fromkeys(full for full, _ in named)])
            yield from found

    def unknown_part(self, node: Node, name: str, known: list[str]) -> None:
        self.reading.say("NC201", f"there is no part of the answer called `{shown(name)}`",
                         node.span, "name a finding, `status.<tactic>`, `step.<tactic>`, "
                         "`statuses`, `steps`, `gaps` or `everything`",
                         found=name, expected=[*known, *FAMILIES, EVERYTHING])  # fmt: skip


def _name(subject: Subject) -> str:
    """Return how a part is called in a file: the pace of a step with it, a set by its name."""
    family = "step" if subject.family == "pace" else subject.family
    plain = family in ("finding", "first")
    return subject.name if plain else f"{family}.{subject.name}".rstrip(".")
