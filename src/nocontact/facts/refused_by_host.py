"""What the validators of a host's own class refuse, as our diagnostics."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from nocontact.diagnostics import Diagnostic


def refused_by_host(error: ValidationError) -> Iterator[Diagnostic]:
    """Yield what a host's own validator refused, without the values.

    Examples:
        >>> from pydantic import BaseModel
        >>> class Small(BaseModel):
        ...     age: int
        >>> try:
        ...     Small(age="old")
        ... except ValidationError as error:
        ...     print([each.code for each in refused_by_host(error)])
        ['NC402']
    """
    for each in error.errors(include_input=False, include_context=False, include_url=False):
        # The rest of the place may be answers: which steps somebody thinks of.
        where = tuple(str(part) for part in each["loc"][:1])
        place = "".join(where) or "the scenario"
        yield Diagnostic("NC402", f"`{place}` was refused: {each['msg']}", where=where,
                         help="change the answer, or the rule that refused it")  # fmt: skip
