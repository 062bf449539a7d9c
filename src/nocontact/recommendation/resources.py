"""Where help can be found: entries that a host keeps fresh, never a number of our own (SA24)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from nocontact.diagnostics import Diagnostic, ResourceError, nearest
from nocontact.display import Document, Inlines, ShownInNotebook, Table, Text, card, inlines

NEEDS = ("crisis", "youth", "advocate", "counselling", "legal")
"""What a resource may be for."""

_NEED_OF_STEP = {
    "crisis_support": "crisis",
    "advocate_safety_plan": "advocate",
    "device_check": "advocate",
    "professional_help": "counselling",
    "court_protection": "legal",
}
_REFRESH = "check that it still answers, then write the day of that check in `checked_on`"


@dataclass(frozen=True, slots=True)
class Resource(ShownInNotebook):
    """One helpline or service, as somebody checked it on one day.

    Attributes:
        region: where it serves people, such as a country.
        name: what it is called.
        contact: how to reach it: a number, an address, opening hours.
        source: where the contact was read.
        checked_on: the day on which somebody made sure that it still answers.
        for_: what it is for, each one of `NEEDS`.

    Examples:
        >>> line = Resource("Examplia", "Night line", "555 0100", "its own page",
        ...                 date(2026, 11, 1), ("crisis",))
        >>> line.to_dict()["checked_on"], line.to_dict()["for"]
        ('2026-11-01', ['crisis'])
    """

    region: str
    name: str
    contact: str
    source: str
    checked_on: date
    for_: tuple[str, ...]

    @property
    def line(self) -> Inlines:
        """What a person reads: how to reach it, and when somebody made sure.

        Examples:
            >>> Resource("here", "A line", "555", "s", date(2026, 1, 2), ()).line[1].text
            ' (here): 555 '
        """
        said = f" ({self.region}): {self.contact} "
        checked = f"[{self.source}, {self.checked_on.isoformat()}]"
        return inlines(Text(self.name, "strong"), said, Text(checked, "citation"))

    def to_dict(self) -> dict[str, str | list[str]]:
        """Return plain data for JSON.

        Examples:
            >>> sorted(Resource("X", "N", "1", "s", date(2026, 1, 1), ()).to_dict())
            ['checked_on', 'contact', 'for', 'name', 'region', 'source']
        """
        return {
            "region": self.region,
            "name": self.name,
            "contact": self.contact,
            "source": self.source,
            "checked_on": self.checked_on.isoformat(),
            "for": list(self.for_),
        }

    def to_document(self) -> Document:
        """Return it as a card: how to reach it, and when somebody made sure.

        Examples:
            >>> Resource("X", "Line", "1", "s", date(2026, 1, 1), ()).to_document().title
            'Line'
        """
        lines = [("contact", self.contact), ("region", self.region), ("for", ", ".join(self.for_)),
                 ("checked on", self.checked_on.isoformat()), ("source", self.source)]  # fmt: skip
        return card(self.name, lines)


@dataclass(frozen=True, slots=True)
class ResourceDirectory(ShownInNotebook):
    """Resources that are fresh on one day; a directory with a stale entry cannot be made.

    The host says which day it is: the library has no clock.

    Attributes:
        resources: in the order in which they are shown.
        as_of: the day of use.
        max_age_days: how many days ago each entry may have been checked, at most.

    Raises:
        ResourceError: NC601 for each stale entry, NC602 for each that is not complete.

    Examples:
        >>> line = Resource("Examplia", "Night line", "555 0100", "its own page",
        ...                 date(2026, 11, 1), ("crisis",))
        >>> len(ResourceDirectory((line,), as_of=date(2026, 11, 22)))
        1
        >>> ResourceDirectory((line,), as_of=date(2027, 11, 22))
        Traceback (most recent call last):
        ...
        nocontact.diagnostics.errors.ResourceError: NC601: `Night line` was checked 386 days \
ago, and 180 is the most
          help: check that it still answers, then write the day of that check in `checked_on`
    """

    resources: tuple[Resource, ...]
    as_of: date
    max_age_days: int = 180

    def __post_init__(self) -> None:
        object.__setattr__(self, "resources", tuple(self.resources))
        object.__setattr__(self, "as_of", _day(self.as_of))
        problems = [each for resource in self.resources for each in self._problems(resource)]
        if problems:
            raise ResourceError(problems)

    def fitting(self, needs: Collection[str]) -> tuple[Resource, ...]:
        """Return the resources for any of these needs, in the order of the directory.

        Examples:
            >>> line = Resource("Examplia", "Night line", "555 0100", "its own page",
            ...                 date(2026, 11, 1), ("crisis",))
            >>> directory = ResourceDirectory((line,), as_of=date(2026, 11, 22))
            >>> [each.name for each in directory.fitting({"crisis"})], directory.fitting({"legal"})
            (['Night line'], ())
        """
        return tuple(each for each in self.resources if not set(needs).isdisjoint(each.for_))

    def __len__(self) -> int:
        return len(self.resources)

    def to_document(self) -> Document:
        """Return every resource in a table.

        Examples:
            >>> ResourceDirectory((), as_of=date(2026, 11, 22)).to_document().title
            '0 resources, fresh on 2026-11-22'
        """
        rows = [
            [each.name, each.contact, each.region, ", ".join(each.for_), str(each.checked_on)]
            for each in self.resources
        ]
        title = f"{len(self)} resources, fresh on {self.as_of.isoformat()}"
        return Document(Table(["name", "contact", "region", "for", "checked on"], rows), title)

    def _problems(self, resource: Resource) -> Iterator[Diagnostic]:
        yield from _incomplete(resource)
        if not isinstance(resource.checked_on, date):
            yield _wrong(resource, "needs a date in `checked_on`", "write a day: 2026-11-01")
            return
        age = (self.as_of - _day(resource.checked_on)).days
        if age < 0:
            yield _wrong(resource, "was checked on a day that is still to come", _REFRESH)
        elif age > self.max_age_days:
            said = f"was checked {age} days ago, and {self.max_age_days} is the most"
            yield Diagnostic("NC601", f"`{resource.name}` {said}", help=_REFRESH)


def needs_of(steps: Iterable[str], findings: Mapping[str, str]) -> frozenset[str]:
    """Return what kind of help a plan calls for.

    A young person also gets youth services, but in a crisis only crisis help is shown.

    Args:
        steps: ids of the tactics in the plan.
        findings: the findings by name.

    Examples:
        >>> sorted(needs_of(["advocate_safety_plan", "daily_reminder"], {"minor": "yes"}))
        ['advocate', 'youth']
        >>> sorted(needs_of(["crisis_support"], {"minor": "yes", "crisis": "yes"}))
        ['crisis']
    """
    needs = {_NEED_OF_STEP[step] for step in steps if step in _NEED_OF_STEP}
    if findings.get("crisis") == "yes":
        return frozenset(needs & {"crisis"})
    return frozenset(needs | ({"youth"} if findings.get("minor") == "yes" else set()))


def _incomplete(resource: Resource) -> Iterator[Diagnostic]:
    for name in ("name", "region", "contact", "source"):
        if not getattr(resource, name).strip():
            yield _wrong(resource, f"has no `{name}`", f"write its `{name}`")
    if not resource.for_:
        yield _wrong(resource, "does not say what it is `for`", f"use: {', '.join(NEEDS)}")
    for need in resource.for_:
        if need not in NEEDS:
            said, help = f"`{resource.name}` cannot be for `{need}`", f"use: {', '.join(NEEDS)}"
            yield Diagnostic("NC602", said, found=need, expected=NEEDS,
                             nearest=nearest(need, NEEDS), help=help)  # fmt: skip


def _wrong(resource: Resource, said: str, help: str) -> Diagnostic:
    return Diagnostic("NC602", f"`{resource.name or 'an entry'}` {said}", help=help)


def _day(day: date) -> date:
    return day.date() if isinstance(day, datetime) else day
