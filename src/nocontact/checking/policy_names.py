"""The planning policy names findings, questions and attributes that exist."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from nocontact.checking.context import Context
from nocontact.diagnostics import Diagnostic, Span, shown
from nocontact.facts import Fact
from nocontact.rulebook import DIRECTIONS, Barriers

FILE = "planning.yaml"
Groups = tuple[tuple[str, ...], ...]


def policy_names(context: Context) -> Iterator[Diagnostic]:
    """Check preferences and barriers (NC201, NC202, NC204, NC213, NC214).

    Examples:
        >>> from nocontact.facts import Scenario
        >>> from nocontact.parsing import rulebook_from_texts
        >>> text = "{permitted: [allowed], preference: [{calm: [yes, no]}], needs: []}"
        >>> parsed, _ = rulebook_from_texts({"planning.yaml": text})
        >>> [each.message for each in policy_names(Context(parsed, Scenario.vocabulary()))]
        ['a tactic has no attribute `calm`']
    """
    policy = context.parsed.policy
    seen: set[str] = set()
    for at, (name, groups) in enumerate(policy.preference):
        place = partial(context.places.key, FILE, "preference", at, name)
        if name in seen:
            yield context.found("NC204", f"`preference` names `{name}` twice", place(),
                                "keep one of the two", name=name)  # fmt: skip
        elif name not in _orderly(context):
            yield _no_preference(context, name, place())
        else:
            yield from _values(context, name, groups, place)
        seen.add(name)
    needs = [each.id for each in policy.needs]
    for need in policy.needs:
        if need.before and need.before not in needs:
            yield context.found(
                "NC201", f"there is no need `{shown(need.before)}` to come before", need.span,
                "name a need of the plan", name=need.before, known=needs)  # fmt: skip
    if policy.barriers:
        yield from _height(context, policy.barriers)
        yield from _channels(context, policy.barriers)


def _no_preference(context: Context, name: str, place: Span | None) -> Diagnostic:
    known = _orderly(context)
    attribute = context.parsed.attributes.get(name)
    message = f"a tactic has no attribute `{shown(name)}`"
    if attribute and attribute.several:
        message = f"a tactic may have several `{name}`, so they give no order"
    elif attribute:
        message = f"`{name}` is different for each tactic, so it gives no order"
    return context.found("NC213", message, place, f"use one of: {', '.join(known)}", name=name,
                         known=known)  # fmt: skip


def _orderly(context: Context) -> list[str]:
    """Return the attributes of which each tactic has one value, out of a list."""
    attributes = context.parsed.attributes.items()
    return [name for name, each in attributes if each.answers and not each.several]


def _values(
    context: Context, name: str, groups: Groups, place: Callable[[], Span | None]
) -> Iterator[Diagnostic]:
    answers = context.scales[name]
    listed = [value for group in groups for value in group]
    for value in dict.fromkeys(listed):
        if value not in answers:
            yield context.found(
                "NC214", f"a tactic never has `{name}: {shown(value)}`",
                context.places.saying(place(), value),
                f"list each of: {', '.join(answers)}", name=value, known=answers)  # fmt: skip
        elif listed.count(value) > 1:
            yield context.found("NC204", f"`preference` lists `{name}: {value}` twice",
                                context.places.saying(place(), value), "keep one of the two",
                                name=value)  # fmt: skip
    missing = [value for value in answers if value not in listed]
    if missing:
        yield context.found(
            "NC214", f"`preference` does not say where `{name}: {missing[0]}` comes", place(),
            f"list each of: {', '.join(answers)}")  # fmt: skip


def _height(context: Context, barriers: Barriers) -> Iterator[Diagnostic]:
    finding = context.findings.get(barriers.height)
    place = partial(context.places.at, FILE, "barriers", "height")
    scales = [context.scales.get(barriers.attribute(each)) for each in DIRECTIONS]
    heights = scales[0] or ()
    if finding is None:
        yield context.found(
            "NC201", f"`{shown(barriers.height)}` is not a finding", place(),
            "name the finding that says how high the barriers are", name=barriers.height,
            known=context.findings)  # fmt: skip
    elif scales[0] != scales[1] or not heights:
        yield context.found(
            "NC213", f"tactics do not say how high they stand for `{barriers.height}`", place(),
            f"declare `{barriers.attribute('in')}` and `{barriers.attribute('out')}` alike in "
            "`attributes.yaml`")  # fmt: skip
    elif finding.levels[-len(heights) :] != heights or len(finding.levels) > len(heights) + 1:
        yield context.found(
            "NC202", f"the levels of `{barriers.height}` are not the heights of the catalogue",
            place(), f"give it the levels {', '.join(heights)}")  # fmt: skip


def _channels(context: Context, barriers: Barriers) -> Iterator[Diagnostic]:
    by_question: dict[str, list[Fact]] = {}
    for fact in context.vocabulary.values():
        if fact.member is not None and fact.answers != ("no", "yes"):
            by_question.setdefault(fact.question, []).append(fact)
    if barriers.channels not in by_question:
        yield context.found(
            "NC201", f"`{shown(barriers.channels)}` is not a question that asks channel by "
            "channel", context.places.at(FILE, "barriers", "channels"),
            f"name a question such as {_listed(by_question)}", name=barriers.channels,
            known=by_question)  # fmt: skip
        return
    answers = by_question[barriers.channels][0].answers
    wrong = [each for each in (barriers.unused, *barriers.caps) if each not in answers]
    for answer in wrong:
        key = "caps" if answer in barriers.caps else "unused"
        yield context.found(
            "NC202", f"`{barriers.channels}` is never `{shown(answer)}`",
            context.places.saying(context.places.key(FILE, "barriers", key), answer),
            f"use one of: {', '.join(answers)}", name=answer, known=answers)  # fmt: skip


def _listed(names: dict[str, list[Fact]]) -> str:
    return ", ".join(f"`{each}`" for each in names) or "one with channels"
