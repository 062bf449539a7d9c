"""The derivation of one answer: which rules fired, on which answers, citing what."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from nocontact.diagnostics import Diagnostic, TraceError
from nocontact.display import Document, ShownInNotebook, json_text
from nocontact.inference.firings_to_document import firings_to_document
from nocontact.rulebook import ENGLISH, Cited

SCHEMA = "nocontact.trace/1"
MAX_CHARACTERS = 1_000_000


class Firing(NamedTuple):
    """One rule that fired.

    Attributes:
        rule: id of the rule.
        decision: the decision it belongs to.
        voice: who speaks: article, safety or rulebook.
        on: (fact or finding, value) pairs that made its condition true.
        raised: (finding, level) pairs that it concluded.
        sources: what it cites.

    Examples:
        >>> Firing("a.b", "a", "article", (("hope", "some"),), (("intent", "mixed"),), (20,)).rule
        'a.b'
    """

    rule: str
    decision: str
    voice: str
    on: tuple[tuple[str, str], ...]
    raised: tuple[tuple[str, str], ...]
    sources: tuple[Cited, ...]

    def __repr__(self) -> str:
        return "Firing(answers hidden)"


@dataclass(frozen=True, slots=True)
class Trace(ShownInNotebook):
    """Everything that is needed to follow, check and replay one answer.

    Attributes:
        rulebook: name, version and content hash of the rulebook.
        engines: the engines that gave this answer.
        answers: what the person told us, as plain data.
        findings: every finding that was raised, by name; the others are at their lowest level.
        firings: in order of decision.
        schema: version of this form.
        language: the language of the texts.

    Examples:
        >>> trace = Trace({"name": "x", "version": "1", "digest": "0"}, ("reference",), {}, {}, ())
        >>> Trace.from_json(trace.to_json()) == trace
        True
        >>> trace
        Trace(nocontact.trace/1, 0 rules fired; answers hidden)
    """

    rulebook: Mapping[str, str]
    engines: tuple[str, ...]
    answers: Mapping[str, Any]
    findings: Mapping[str, str]
    firings: tuple[Firing, ...]
    schema: str = SCHEMA
    language: str = ENGLISH

    def __repr__(self) -> str:
        return f"Trace({self.schema}, {len(self.firings)} rules fired; answers hidden)"

    @property
    def stages(self) -> tuple[str, ...]:
        """The decisions in which a rule fired, in order.

        Examples:
            >>> Trace({}, (), {}, {}, (Firing("a.b", "a", "article", (), (), ()),)).stages
            ('a',)
        """
        return tuple(dict.fromkeys(firing.decision for firing in self.firings))

    def raising(self, finding: str) -> Iterator[Firing]:
        """Yield the firings that raised a finding, in order of decision.

        Args:
            finding: a flat finding, such as `wall` or `status.change_number`.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> trace = recommend(Scenario(staying_away="nothing_holds"), engine="reference").trace
            >>> [firing.rule for firing in trace.raising("wall")]
            ['wall.none', 'wall.intention', 'wall.friction', 'wall.lock']
        """
        return (each for each in self.firings if any(name == finding for name, _ in each.raised))

    def to_document(self) -> Document:
        """Return it as a document: each decision folds open to the rules that fired.

        It holds the answers of the person: keep it as private as they are.

        Examples:
            >>> Trace({}, (), {}, {}, ()).to_document().title
            '0 rules fired'
        """
        return firings_to_document(self.rulebook, self.engines, self.firings)

    def to_dict(self) -> dict[str, Any]:
        """Return plain data.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> person = Scenario(staying_away="nothing_holds")
            >>> data = recommend(person, engine="reference").trace.to_dict()
            >>> data["schema"], data["answers"], data["findings"]["wall"]
            ('nocontact.trace/1', {'staying_away': 'nothing_holds'}, 'lock')
        """
        return {
            "schema": self.schema,
            "rulebook": dict(self.rulebook),
            "engines": list(self.engines),
            "language": self.language,
            "answers": dict(self.answers),
            "findings": dict(self.findings),
            "firings": [firing._asdict() for firing in self.firings],
        }

    def to_json(self) -> str:
        """Return JSON; the same trace always gives the same text.

        It holds the answers of the person: keep it as private as they are.

        Examples:
            >>> Trace({}, (), {}, {}, ()).to_json()[:32]
            '{"answers": {}, "engines": [], "'
        """
        return json_text(self.to_dict(), indent=None, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Trace:
        """Return the trace that was written.

        Raises:
            TraceError: when the text is no trace of this schema (NC504).

        Examples:
            >>> Trace.from_json("{}")
            Traceback (most recent call last):
            ...
            nocontact.diagnostics.errors.TraceError: NC504: this is not a trace of nocontact.trace/1
              help: use the text that `trace.to_json()` wrote
        """
        try:
            if len(text) > MAX_CHARACTERS:
                raise ValueError("too long")
            return cls._from_data(json.loads(text))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            wrong = f"this is not a trace of {SCHEMA}"
            way_out = "use the text that `trace.to_json()` wrote"
            raise TraceError([Diagnostic("NC504", wrong, help=way_out)]) from None

    @classmethod
    def _from_data(cls, data: dict[str, Any]) -> Trace:
        language = data.get("language", ENGLISH)  # not there in traces of earlier versions
        if data["schema"] != SCHEMA or not isinstance(language, str):
            raise ValueError(data["schema"])
        return cls(
            rulebook=dict(data["rulebook"]),
            engines=tuple(data["engines"]),
            answers=dict(data["answers"]),
            findings=dict(data["findings"]),
            firings=tuple(_firing(each) for each in data["firings"]),
            language=language,
        )


def _firing(data: Mapping[str, Any]) -> Firing:
    return Firing(
        data["rule"],
        data["decision"],
        data["voice"],
        tuple((str(name), str(value)) for name, value in data["on"]),
        tuple((str(name), str(level)) for name, level in data["raised"]),
        tuple(data["sources"]),
    )
