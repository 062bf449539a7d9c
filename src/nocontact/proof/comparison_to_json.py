"""The parts of a comparison → JSON."""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatch
from typing import Any

from nocontact.display import json_text
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

SCHEMA = "nocontact.comparison/1"


def comparison_to_json(parts: Mapping[str, Any]) -> str:
    """Return JSON; counts are texts, so that no reader rounds them.

    Args:
        parts: the parts of a comparison by name.

    Examples:
        >>> comparison_to_json({"equivalent": True}).splitlines()[1:3]
        ['  "schema": "nocontact.comparison/1",', '  "equivalent": true']
    """
    return json_text({"schema": SCHEMA, **_data(dict(parts))})


@singledispatch
def _data(part: Any) -> Any:
    return part


@_data.register
def _(part: dict) -> Any:  # type: ignore[type-arg]
    return {name: _data(value) for name, value in part.items()}


@_data.register(tuple)
@_data.register(list)
def _(part: Any) -> Any:
    return [_data(each) for each in part]


@_data.register
def _(part: Compared) -> Any:
    return {"name": part.name, "version": part.version, "digest": part.digest}


@_data.register
def _(part: Tally) -> Any:
    return {"region": part.region, "scenarios": str(part.scenarios),
            "changed": str(part.changed), "share": part.share}  # fmt: skip


@_data.register
def _(part: Edit) -> Any:
    return {"kind": part.kind, "name": part.name, "how": part.how, "before": part.before,
            "after": part.after}  # fmt: skip


@_data.register
def _(part: Effect) -> Any:
    changed = None if part.changed is None else str(part.changed)
    return {**_data(part.edit), "changed": changed}


@_data.register
def _(part: Change) -> Any:
    return {"about": part.subject.family, "name": part.subject.name, "before": part.before,
            "after": part.after, "says": str(part)}  # fmt: skip


@_data.register
def _(part: Because) -> Any:
    return {"id": part.id, "because": part.text, "sources": list(part.sources)}


@_data.register
def _(part: Explained) -> Any:
    whys = {"why_before": _data(part.before), "why_after": _data(part.after)}
    return {**_data(part.change), **whys}


@_data.register
def _(part: Group) -> Any:
    return {
        "made_by": [str(edit) for edit in part.edits] or ["several edits together"],
        "tallies": _data(part.tallies),
        "witness": _witness(part.witness),
        "changes": _data(part.explained),
    }


@_data.register
def _(part: Violation) -> Any:
    return {
        "says": part.says,
        "scenarios": str(part.tally.scenarios),
        "changed": str(part.tally.changed),
        "witness": _witness(part.witness),
        "changes": _data(part.explained),
    }


def _witness(answers: Mapping[str, Any]) -> Any:
    return {"answers": dict(answers), "yaml": answers_to_yaml(answers)}
