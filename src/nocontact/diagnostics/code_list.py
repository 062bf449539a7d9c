"""Every code, and where to look one up."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from nocontact.diagnostics.code import Code
from nocontact.diagnostics.diagnostic import Diagnostic
from nocontact.diagnostics.errors import NocontactError
from nocontact.diagnostics.printable import shown

_NUMBER = re.compile(r"NC([0-9]{1,6})")
_DIGITS = str.maketrans("OIL", "011")


@cache
def codes() -> Mapping[str, Code]:
    """Return every code by its number, in order; they stand in `codes.toml`.

    Examples:
        >>> list(codes())[:3]
        ['NC000', 'NC001', 'NC002']
    """
    text = files("nocontact.diagnostics").joinpath("codes.toml").read_text("utf-8")
    areas: Iterable[tuple[Any, dict[str, dict[str, str]]]] = tomllib.loads(text).items()
    whole = (
        Code(number, area=area, **said) for area, group in areas for number, said in group.items()
    )
    return MappingProxyType({each.code: each for each in sorted(whole, key=lambda each: each.code)})


def code(name: str) -> Code:
    """Return one code; small letters and the bare number will do.

    Args:
        name: such as `NC201`, `nc201` or `201`.

    Raises:
        NocontactError: when there is no such code; the nearest one is named (NC000).

    Examples:
        >>> code("nc201").title
        'a name that does not exist'
        >>> code("NC2O1")
        Traceback (most recent call last):
        ...
        nocontact.diagnostics.errors.NocontactError: NC000: there is no code `NC2O1` \
(did you mean `NC201`?)
          help: see the list of codes
    """
    known = codes()
    wanted = name.strip().upper()
    wanted = f"NC{wanted}" if wanted.isdecimal() else wanted
    if wanted in known:
        return known[wanted]
    raise NocontactError([Diagnostic(
        "NC000", f"there is no code `{shown(name)}`", found=shown(name),
        nearest=_nearest(wanted), help="see the list of codes",
    )])  # fmt: skip


def _nearest(wanted: str) -> str | None:
    """Return the code with the nearest number, letters taken for the digits that they look like."""
    number = _NUMBER.fullmatch(wanted.translate(_DIGITS))
    if number is None:
        return None
    return min(codes(), key=lambda known: abs(int(known[2:]) - int(number.group(1))))
