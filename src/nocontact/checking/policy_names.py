"""The planning policy names findings, questions and attributes that exist."""

from __future__ import annotations

from collections.abc import Iterator

from nocontact.checking.context import Context
from nocontact.diagnostics import Diagnostic
from nocontact.facts.tactic import ATTRIBUTES
from nocontact.rulebook import Barriers


def policy_names(context: Context) -> Iterator[Diagnostic]:
    """Check preferences and barriers (NC201, NC202, NC213, NC214).

    Examples:
        >>> policy_names.__name__
        'policy_names'
    """
    policy = context.parsed.policy
    for name, groups in policy.preference:
        attribute = ATTRIBUTES.get(name)
        if attribute is None:
            yield context.found("NC213", f"a tactic has no attribute `{name}`", None,
                                "prefer by an attribute of the catalogue", name=name,
                                known=ATTRIBUTES)  # fmt: skip
            continue
        listed = [value for group in groups for value in group]
        for value in {*attribute.answers} ^ {*listed}:
            yield context.found(
                "NC214", f"`preference` of `{name}` and the catalogue differ in `{value}`", None,
                "list every value of the attribute once", name=value,
                known=attribute.answers)  # fmt: skip
    if policy.barriers:
        yield from _barriers(context, policy.barriers)


def _barriers(context: Context, barriers: Barriers) -> Iterator[Diagnostic]:
    finding = context.findings.get(barriers.height)
    if finding is None:
        yield context.found("NC201", f"`{barriers.height}` is not a finding", barriers.span,
                            "name the finding that gives the height", name=barriers.height,
                            known=context.findings)  # fmt: skip
    elif finding.levels != ATTRIBUTES["wall_in"].answers:
        yield context.found("NC202", f"the levels of `{barriers.height}` are not the heights of "
                            "the catalogue", barriers.span,
                            f"use {', '.join(ATTRIBUTES['wall_in'].answers)}")  # fmt: skip
    facts = [f for f in context.vocabulary.values() if f.question == barriers.channels]
    if not facts:
        yield context.found("NC201", f"there is no question `{barriers.channels}`", barriers.span,
                            "name the question about channels", name=barriers.channels)  # fmt: skip
        return
    for answer in (barriers.unused, *barriers.caps):
        if answer not in facts[0].answers:
            yield context.found("NC202", f"`{barriers.channels}` is never `{answer}`",
                                barriers.span, "use one of its answers", name=answer,
                                known=facts[0].answers)  # fmt: skip
