"""The JSON schema of a recommendation, made of the types that its JSON is written from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args

from pydantic import Field, TypeAdapter

from nocontact.explanation import Verdict
from nocontact.explanation.verdict import Fit
from nocontact.parsing.schema_words import Schema, document
from nocontact.planning import Gap
from nocontact.recommendation.step import Note, Step


def recommendation_schema() -> Schema:
    """Return the JSON schema of `Recommendation.to_json()`, whole and brief.

    Examples:
        >>> [each["$ref"] for each in recommendation_schema()["oneOf"]]
        ['#/$defs/Whole', '#/$defs/Brief']
    """
    made = TypeAdapter(Whole | Brief).json_schema(mode="serialization")
    kinds = {name: _closed(kind) for name, kind in made["$defs"].items()}
    fit = {"enum": [*get_args(Fit)], "description": "How the step fits this person now."}
    kinds["Verdict"]["properties"]["fit"] = fit
    kinds["Verdict"]["required"].append("fit")
    body = {"oneOf": made["anyOf"], "$defs": kinds}
    return document("Recommendation", "What `Recommendation.to_json()` writes.", body)


def _closed(kind: Schema) -> Schema:
    """Return the schema of an object that has just these keys, described in a line."""
    said = str(kind.get("description", "")).split("\n")[0]
    closed = {"required": [*kind["properties"]], "additionalProperties": False}
    return {**_untitled(kind), "description": said, **closed}


def _untitled(node: Any) -> Any:
    if isinstance(node, list):
        return [_untitled(each) for each in node]
    if not isinstance(node, dict):
        return node
    return {name: _untitled(each) for name, each in node.items()
            if not (name == "title" and isinstance(each, str)) and name != "default"}  # fmt: skip


@dataclass
class AskedShare:
    """How much a question decides, exactly and about."""

    exact: str
    about: float


@dataclass
class AskedQuestion:
    """A question that can still change the answer."""

    name: str
    asks: str
    answers: dict[str, str]
    block: str
    changes: list[str]
    changes_plan: bool
    opens: list[str]
    counts: bool
    share: AskedShare


@dataclass
class ListedResource:
    """A helpline or service of the host."""

    region: str
    name: str
    contact: str
    source: str
    checked_on: str
    for_: Annotated[list[str], Field(serialization_alias="for")]


@dataclass(kw_only=True)
class _Both:
    standing: str
    wall: str
    wall_in: str
    wall_out: str
    stance: str
    help: str
    also: list[str]
    steps: list[Step]
    notes: list[Note]
    ask: list[AskedQuestion]
    provisional: list[str]
    considered: Mapping[str, Verdict]
    resources: list[ListedResource]


@dataclass(kw_only=True)
class Brief(_Both):
    """The recommendation without what the brief document leaves out."""

    schema: Literal["nocontact.recommendation.brief/1"]


@dataclass(kw_only=True)
class Whole(_Both):
    """The whole recommendation, with its trace."""

    schema: Literal["nocontact.recommendation/1"]
    later: list[Step]
    gaps: list[Gap]
    let_go: list[str]
    verdicts: Mapping[str, Verdict]
    findings: dict[str, str]
    trace: dict[str, Any]
