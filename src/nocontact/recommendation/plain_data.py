"""Any part of an answer → plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from nocontact.explanation import Verdict


def plain_data(value: Any) -> Any:
    """Return dicts, lists and plain values, field by field; a verdict says how it fits too.

    Args:
        value: a dataclass, a mapping, a tuple, or a plain value.

    Examples:
        >>> plain_data((1, {"wall": ("lock",)}))
        [1, {'wall': ['lock']}]
    """
    if is_dataclass(value) and not isinstance(value, type):
        found = {each.name: plain_data(getattr(value, each.name)) for each in fields(value)}
        return found | {"fit": value.fit} if isinstance(value, Verdict) else found
    if isinstance(value, Mapping):
        return {str(name): plain_data(each) for name, each in value.items()}
    return [plain_data(each) for each in value] if isinstance(value, tuple) else value
