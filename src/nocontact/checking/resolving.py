"""A rulebook without problems → the checked rulebase, with every name resolved."""

from __future__ import annotations

from dataclasses import replace

from nocontact.checking.context import Context
from nocontact.checking.promise_names import expanded, subjects
from nocontact.diagnostics import Named
from nocontact.rulebook import (
    AllOf,
    AnyOf,
    AtLeastOf,
    Bound,
    Checked,
    CheckedRule,
    CheckedRulebase,
    Comparison,
    Condition,
    Not,
    Promise,
    Raise,
    Rule,
    SomeTactic,
    ordered,
    requirements,
)


def resolved(context: Context) -> CheckedRulebase:
    """Return the checked rulebase; call it only when no check found an error.

    Examples:
        >>> from nocontact import Rulebook
        >>> context = Context(Rulebook.load().parsed, Rulebook.load().vocabulary)
        >>> resolved(context).rules_by_id["wall.lock"].raises
        (('wall', 'lock'),)
    """
    parsed = context.parsed
    order, _ = ordered(requirements(parsed.decisions), parsed.metadata.order)
    by_name = {decision.name: decision for decision in parsed.decisions}
    findings = [finding for name in order for finding in by_name[name].findings]
    statuses = [f for name, f in context.findings.items() if name.startswith("status.")]
    return CheckedRulebase(
        parsed=parsed,
        vocabulary=context.vocabulary,
        findings=Named(((each.name, each) for each in (*findings, *statuses)), "finding"),
        rules=tuple(_rule(context, rule) for name in order for rule in by_name[name].rules),
        order=order,
        promises=tuple(_promise(context, promise) for promise in parsed.promises),
        policy=parsed.policy,
        proof=Checked(),
    )


def _rule(context: Context, rule: Rule) -> CheckedRule:
    raises: list[tuple[str, str]] = []
    for conclusion in rule.conclusions:
        if isinstance(conclusion, Raise):
            raises.append((conclusion.finding, conclusion.level))
        else:
            raises += [
                (f"status.{tactic.id}", conclusion.status)
                for tactic in context.parsed.tactics
                if conclusion.selector.picks(tactic, context.scales)
            ]
    return CheckedRule(rule.id, rule.decision, rule.condition, tuple(raises), rule.because,
                       rule.sources, rule.voice, rule)  # fmt: skip


def _promise(context: Context, promise: Promise) -> Promise:
    bounds: list[tuple[str, Bound]] = [
        (subject, bound) for name, bound in promise.bounds for subject in subjects(context, name)
    ]
    return replace(
        promise,
        when=spelled_out(context, promise.when),
        then=spelled_out(context, promise.then) if promise.then else None,
        vary=expanded(context, promise.vary, promise.upward),
        bounds=tuple(bounds),
        after=spelled_out(context, promise.after),
    )


def spelled_out(context: Context, condition: Condition) -> Condition:
    """Return the condition with `some_step` and its like written out tactic by tactic.

    Examples:
        >>> from nocontact import Rulebook
        >>> context = Context(Rulebook.load().parsed, Rulebook.load().vocabulary)
        >>> from nocontact.rulebook import AttributeTest, Selector
        >>> filters = Selector((AttributeTest("id", "in", ("filter_to_folder",)),))
        >>> print(spelled_out(context, SomeTactic("step", "is", ("yes",), filters)))
        step.filter_to_folder is yes
    """
    match condition:
        case SomeTactic(family, operator, values, selector, span):
            return AnyOf(tuple(
                Comparison(f"{family}.{tactic.id}", operator, values, span)
                for tactic in context.parsed.tactics
                if selector.picks(tactic, context.scales)
            ))  # fmt: skip
        case AllOf(parts):
            return AllOf(tuple(spelled_out(context, part) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(spelled_out(context, part) for part in parts))
        case AtLeastOf(count, parts):
            return AtLeastOf(count, tuple(spelled_out(context, part) for part in parts))
        case Not(part):
            return Not(spelled_out(context, part))
    return condition
