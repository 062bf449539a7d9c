"""Every code, and where to look one up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from nocontact.diagnostics.code import Code
from nocontact.diagnostics.code_list_engines import ENGINES
from nocontact.diagnostics.code_list_exact import EXACT
from nocontact.diagnostics.code_list_explanations import EXPLANATIONS
from nocontact.diagnostics.code_list_names import NAMES
from nocontact.diagnostics.code_list_proofs import PROOFS
from nocontact.diagnostics.code_list_reading import READING
from nocontact.diagnostics.code_list_scenarios import SCENARIOS
from nocontact.diagnostics.code_list_shape import SHAPE
from nocontact.diagnostics.code_list_structure import STRUCTURE
from nocontact.diagnostics.code_list_words import WORDS
from nocontact.diagnostics.diagnostic import Diagnostic
from nocontact.diagnostics.errors import NocontactError
from nocontact.diagnostics.printable import shown

_NUMBER = re.compile(r"NC([0-9]{1,6})")
_DIGITS = str.maketrans("OIL", "011")


@cache
def codes() -> Mapping[str, Code]:
    """Return every code by its number, in order.

    Examples:
        >>> list(codes())[:3]
        ['NC000', 'NC001', 'NC002']
    """
    rules = (*READING, *SHAPE, *NAMES, *STRUCTURE, *WORDS)
    others = (*SCENARIOS, *ENGINES, *EXACT, *PROOFS, *EXPLANATIONS)
    whole = sorted((*rules, *others), key=lambda each: each.code)
    return MappingProxyType({each.code: each for each in whole})


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
