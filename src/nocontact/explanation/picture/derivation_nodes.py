"""The words of each part of a derivation, as the nodes of a picture."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from nocontact.display.graph import Node
from nocontact.explanation.picture.derivation_links import Part
from nocontact.explanation.reason import Reason
from nocontact.explanation.situation import Situation
from nocontact.explanation.wording import Wording
from nocontact.facts.fact import UNKNOWN
from nocontact.planning import planner_of
from nocontact.rulebook import STATUS, YES_NO


class DerivationNodes:
    """Says what each part of one answer is, in plain words.

    Args:
        situation: the answer.
        used: question → the flat facts that count in this picture.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> nodes = DerivationNodes(recommend(Scenario(staying_away="nothing_holds")).situation, {})
        >>> nodes.node(Part("answer", "staying_away")).text
        'Whatever I tried, I undid it or found a way round'
    """

    def __init__(self, situation: Situation, used: Mapping[str, Collection[str]]) -> None:
        self.situation = situation
        self.words: Wording = situation.words
        self.used = used
        rulebase = situation.rulebase
        self._firings = {firing.rule: firing for firing in situation.trace.firings}
        self._sections = {
            step.tactic: step.section for step in (*situation.plan.steps, *situation.plan.later)
        }
        self._barriers = rulebase.policy.barriers.because if rulebase.policy.barriers else {}

    def node(self, part: Part) -> Node:
        """Return a part as a node.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> person = Scenario(staying_away="nothing_holds")
            >>> nodes = DerivationNodes(recommend(person).situation, {})
            >>> nodes.node(Part("rule", "wall.lock")).code
            'wall.lock · ¶30, ¶35'
        """
        match part.kind:
            case "answer":
                return self._answer(part)
            case "rule":
                return self._rule(part)
            case "finding":
                return self._finding(part)
            case "need":
                caption = self.words.say("graph.need")
                return Node(part.id, self.need(part.name), caption, shape="rounded")
            case _:
                return self._step(part)

    def said(self, part: Part) -> str:
        """Return a part in one line: of an answer, the question too.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> nodes = DerivationNodes(recommend(Scenario(hope="none")).situation, {})
            >>> nodes.said(Part("answer", "hope"))
            'Deep down, do you hope for a life as a couple with them? No'
        """
        match part.kind:
            case "answer":
                return f"{self.words.asks(part.name)} {self.answer(part.name)}"
            case "rule":
                return self.words.because(part.name)
            case "finding":
                return self.finding(part.name)
            case "need":
                return self.need(part.name)
        return self.words.plain(part.name)

    def reason(self, rule: str) -> Reason:
        """Return a rule that fired as a reason.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> person = Scenario(staying_away="nothing_holds")
            >>> nodes = DerivationNodes(recommend(person).situation, {})
            >>> nodes.reason("wall.lock").voice
            'article'
        """
        firing = self._firings[rule]
        return Reason(rule, "", self.words.because(rule), firing.sources, firing.voice)

    def need(self, name: str) -> str:
        """Return why a need is there; the name of a direction stands for its barriers.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> person = Scenario(staying_away="nothing_holds")
            >>> nodes = DerivationNodes(recommend(person).situation, {})
            >>> nodes.need("out")
            'So that you do not go to them on a hard day.'
        """
        if name in self._barriers:
            return self.words.text(f"barriers.{name}.because", self._barriers[name])
        because, _ = planner_of(self.situation.rulebase).reason_of(name)
        return self.words.text(f"need.{name}.because", because)

    def finding(self, name: str) -> str:
        """Return a finding with its level, in plain words.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> person = Scenario(staying_away="nothing_holds")
            >>> nodes = DerivationNodes(recommend(person).situation, {})
            >>> nodes.finding("standing.proceed")
            'Not so, as far as we know: You can take steps now.'
        """
        level = self.situation.findings.get(name, "none")
        family, _, member = name.partition(".")
        if family == STATUS:
            return f"{self.words.short(member).rstrip('.')}: {self.words.say(f'status.{level}')}"
        said = _capital(self.words.finding(name))
        found = self.situation.rulebase.findings.get(name)
        if found and found.levels == YES_NO:
            return said if level == YES_NO[1] else self.words.say("graph.not_so", what=said)
        return f"{said.rstrip('.')}: {self.words.level(name, level)}"

    def answer(self, question: str) -> str:
        """Return what a person answered; of a set, what counts here comes first.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> situation = recommend(Scenario(pull={"phone": "always_look"})).situation
            >>> DerivationNodes(situation, {}).answer("pull")
            'By phone, text or an app: I cannot leave it. I look or answer each time'
        """
        asked = self.situation.rulebase.vocabulary.question(question)
        if asked.shape == "one":
            return self._said(question, self.situation.facts[question])
        counted = [n for _, n in asked.fact_names if n in self.used.get(question, ())]
        for names in (counted, [name for _, name in asked.fact_names]):
            told = [line for name in names if (line := self._member(question, name))]
            if told:
                return "; ".join(told)
        silent = all(self.situation.facts[name] == UNKNOWN for _, name in asked.fact_names)
        return self.words.say("graph.not_answered" if silent else "graph.none_of_these")

    def _said(self, question: str, answer: str) -> str:
        if answer == UNKNOWN:
            return self.words.say("graph.not_answered")
        return self.words.answer(question, answer)

    def _member(self, question: str, name: str) -> str:
        """Return one member of a set or map, nothing where the answer was no."""
        fact, answer = self.situation.rulebase.vocabulary[name], self.situation.facts[name]
        if answer in (UNKNOWN, fact.answers[0]):
            return ""
        said = self.words.answer(question, str(fact.member))
        return said if fact.answers == YES_NO else f"{said}: {self.words.answer(question, answer)}"

    def _answer(self, part: Part) -> Node:
        answer, asks = self.answer(part.name), self.words.asks(part.name)
        return Node(part.id, answer, asks, shape="stadium", strong=True)

    def _rule(self, part: Part) -> Node:
        reason, rulebase = self.reason(part.name), self.situation.rulebase
        cited = ", ".join(dict.fromkeys(map(rulebase.sources.label, reason.sources)))
        caption = f"{self.words.say('graph.rule')} · {self.words.say(f'voice.{reason.voice}')}"
        code = f"{part.name} · {cited}" if cited else part.name
        group = rulebase.rules_by_id[part.name].decision
        return Node(part.id, reason.because, caption, code, group=group)

    def _finding(self, part: Part) -> Node:
        found = self.situation.rulebase.findings.get(part.name)
        group = found.decision if found else part.name
        caption = self.words.say("graph.finding")
        if group != part.name:
            caption += f" · {self._decision(group)}"
        text = self.finding(part.name)
        return Node(part.id, text, caption, group=group, shape="rounded", strong=True)

    def _decision(self, name: str) -> str:
        """Return what a decision is called; a finding that is a sentence does not name it."""
        finding = self.situation.rulebase.findings.get(name)
        sentence = finding is not None and finding.levels == YES_NO
        return name.replace("_", " ") if sentence else self.words.finding(name)

    def _step(self, part: Part) -> Node:
        section = self._sections[part.name]
        caption = f"{self.words.say('graph.step')} · {self.words.say(f'section.{section}')}"
        return Node(part.id, self.words.short(part.name), caption, full=self.words.plain(part.name),
                    shape="double", strong=True, at_end=True)  # fmt: skip


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
