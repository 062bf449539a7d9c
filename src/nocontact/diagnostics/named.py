"""Things that are looked up by name; a name that is not there is told with the nearest one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NoReturn, TypeVar

from nocontact.diagnostics.diagnostic import Diagnostic
from nocontact.diagnostics.errors import UnknownName
from nocontact.diagnostics.nearest import nearest
from nocontact.diagnostics.printable import shown

V = TypeVar("V")


class Named(dict[str, V]):
    """A dictionary that says what it does not hold.

    Args:
        entries: what it holds.
        kind: what its names name, such as `tactic`.
        known: the names that may be guessed; None for its own.

    Raises:
        UnknownName: when a name is looked up that is not there (NC808); `get` and `in` are as ever.

    Examples:
        >>> Named({"mute_thread": 1}, "tactic")["mute_thraed"]
        Traceback (most recent call last):
        ...
        nocontact.diagnostics.errors.UnknownName: NC808: there is no tactic `mute_thraed` \
(did you mean `mute_thread`?)
          help: use one of the names that are there
    """

    def __init__(
        self, entries: Mapping[str, V] | Iterable[tuple[str, V]] = (), kind: str = "name",
        known: Iterable[str] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(entries)
        self._kind, self._known = kind, None if known is None else tuple(known)

    def __missing__(self, name: object) -> NoReturn:
        raise unknown_name(self._kind, name, self if self._known is None else self._known)


def unknown_name(kind: str, name: object, known: Iterable[str]) -> UnknownName:
    """Return the error of a name that is not there.

    Args:
        kind: what it should name.
        name: what was asked for.
        known: the names that are there.

    Examples:
        >>> print(unknown_name("promise", 3, ["wall-never-falls"]))
        NC808: there is no promise `3`
          help: use one of the names that are there
    """
    said = shown(str(name))
    return UnknownName([Diagnostic(
        "NC808", f"there is no {kind} `{said}`", found=said, nearest=nearest(said, known),
        help="use one of the names that are there",
    )])  # fmt: skip
