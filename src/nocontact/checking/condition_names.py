"""Conditions ask about facts and findings that exist, with answers that they have."""

from __future__ import annotations

from collections.abc import Iterator

from nocontact.checking.context import Context
from nocontact.diagnostics import Diagnostic, shown
from nocontact.facts import UNKNOWN
from nocontact.rulebook import STATUS, YES_NO, Atom, Comparison, Condition, IsUnknown, atoms_of


def condition_names(context: Context) -> Iterator[Diagnostic]:
    """Check every condition of every rule, need and limit (NC201, NC202, NC203, NC210).

    Examples:
        >>> from nocontact.facts import Scenario
        >>> from nocontact.parsing import rulebook_from_texts
        >>> rule = "{id: wall.a, when: {hopes: none}, then: {wall: lock}, because: B., source: 35}"
        >>> text = f"{{decision: wall, asks: A., finding: {{wall: [none, lock]}}, rules: [{rule}]}}"
        >>> parsed, _ = rulebook_from_texts({"wall.yaml": text})
        >>> [each.message for each in condition_names(Context(parsed, Scenario.vocabulary()))]
        ['there is no fact or finding called `hopes`']
    """
    for rule in context.rules:
        yield from condition_problems(context, rule.condition)
    policy = context.parsed.policy
    for need in policy.needs:
        yield from condition_problems(context, need.condition)
    if policy.limit:
        yield from condition_problems(context, policy.limit.condition)
    if policy.barriers:
        yield from condition_problems(context, policy.barriers.release)
    for region in context.parsed.metadata.regions.values():
        yield from condition_problems(context, region)


def condition_problems(
    context: Context, condition: Condition, steps: bool = False
) -> Iterator[Diagnostic]:
    """Check one condition; with `steps` also `step.<tactic>` and `permitted.<tactic>`.

    Examples:
        >>> from nocontact import Rulebook
        >>> context = Context(Rulebook.load().parsed, Rulebook.load().vocabulary)
        >>> wrong = Comparison("wall", "is", ("lok",))
        >>> [(each.message, each.nearest) for each in condition_problems(context, wrong)]
        [('`wall` is never `lok`', 'lock')]
    """
    for atom in atoms_of(condition):
        if steps and atom.subject.startswith(("step.", "permitted.")):
            yield from _yes_or_no(context, atom)
        else:
            yield from _atom(context, atom)


def _atom(context: Context, atom: Atom) -> Iterator[Diagnostic]:
    levels = context.levels(atom.subject)
    if levels is None:
        yield _unknown_name(context, atom)
        return
    if isinstance(atom, IsUnknown):
        if atom.subject not in context.vocabulary:
            yield context.found(
                "NC210", f"`{atom.subject}` is a finding, and a finding is never unknown",
                atom.span, f"ask for one of its levels: {', '.join(levels)}")  # fmt: skip
        return
    yield from _answers(context, atom, levels)


def _answers(context: Context, atom: Comparison, levels: tuple[str, ...]) -> Iterator[Diagnostic]:
    for value in atom.values:
        if value not in levels:
            yield _wrong_answer(context, atom, value, levels)
    fact = context.vocabulary.get(atom.subject)
    if atom.subject in context.findings:  # a question called like it is told elsewhere
        return
    if atom.operator in ("at_least", "at_most") and fact and not fact.ordered:
        yield context.found(
            "NC203", f"the answers of `{atom.subject}` have no order, so `{atom.operator}` says "
            "nothing", context.places.saying(atom.span, atom.operator),
            "use `is` or `in`")  # fmt: skip


def _wrong_answer(
    context: Context, atom: Comparison, value: str, levels: tuple[str, ...]
) -> Diagnostic:
    way_out = f"use one of: {', '.join(levels)}"
    now = _renamed_answer(context, atom.subject, value)
    if now is not None:
        way_out = f"it is now called `{now}`"
    elif value == UNKNOWN and atom.subject in context.vocabulary:
        way_out = f"to ask if the answer is missing, write `{atom.subject}: {{unknown: true}}`"
    return context.found(
        "NC202", f"`{atom.subject}` is never {_quoted(value)}",
        context.places.saying(atom.span, value), way_out, name=value, known=levels)  # fmt: skip


def _quoted(value: str) -> str:
    return f"`{shown(value)}`" if value.strip() else "empty text"


def _yes_or_no(context: Context, atom: Atom) -> Iterator[Diagnostic]:
    tactic = atom.subject.partition(".")[2]
    if tactic not in context.tactics:
        yield context.found(
            "NC201", f"there is no tactic `{shown(tactic)}`", atom.span,
            "use the id of a tactic", name=tactic, known=context.tactics)  # fmt: skip
    elif isinstance(atom, IsUnknown):
        yield context.found("NC210", f"`{atom.subject}` is never unknown", atom.span,
                            "ask for `yes` or `no`")  # fmt: skip
    else:
        for value in atom.values:
            if value not in YES_NO:
                yield _wrong_answer(context, atom, value, YES_NO)


def _unknown_name(context: Context, atom: Atom) -> Diagnostic:
    subject = atom.subject
    known = (*context.vocabulary, *context.findings)
    now = _renamed_subject(context, subject)
    if now is not None:
        return context.found("NC201", f"there is no fact called `{shown(subject)}` any more",
                             atom.span, now, name=subject)  # fmt: skip
    members = [name for name in known if name.startswith(f"{subject}.")]
    if members:
        return _of_a_set(context, atom, members)
    if subject.startswith(("step.", "permitted.", "some_")):
        return context.found(
            "NC201", f"`{shown(subject)}` is about the plan, and only promises can ask about it",
            atom.span, f"ask about a finding, or about a status, such as `{STATUS}.<tactic>`",
            name=subject)  # fmt: skip
    return context.found(
        "NC201", f"there is no fact or finding called `{shown(subject)}`", atom.span,
        "use a name of the vocabulary, or declare the finding in a decision",
        name=subject, known=known)  # fmt: skip


def _of_a_set(context: Context, atom: Atom, members: list[str]) -> Diagnostic:
    """Return the problem of a condition about a whole set or map, with what is meant by it."""
    subject, first, near = atom.subject, members[0], None
    levels = context.levels(first) or ()
    is_map = levels != YES_NO
    said, way_out = "a set, and a condition asks about one member", f"such as `{first}`"
    if is_map:
        said = "a map, and a condition asks about one channel"
    if isinstance(atom, IsUnknown):
        truth = "true" if atom.expected else "false"
        way_out = f"such as `{first}: {{unknown: {truth}}}`"
    elif is_map:
        level = next((each for each in atom.values if each in levels), levels[-1])
        way_out = f"such as `{first}: {level}`"
    else:
        answer = "no" if atom.operator == "is_not" else "yes"
        asked = [f"{subject}.{each}" for each in atom.values]
        near = None if asked[0] in members else asked[0]
        way_out = f"such as `{first if near else asked[0]}: {answer}`"
        if len(asked) > 1:
            way_out += ", and put several under `any:`"
    return context.found(
        "NC201", f"`{subject}` is {said}", atom.span, f"ask about one, {way_out}",
        name=near or subject, known=members if near else ())  # fmt: skip


def _renamed_answer(context: Context, subject: str, value: str) -> str | None:
    fact = context.vocabulary.get(subject)
    if fact is None:
        return None
    now = context.vocabulary.question(fact.question).renamed.get(value)
    return now if now in fact.answers else None


def _renamed_subject(context: Context, subject: str) -> str | None:
    """Return the way out for a fact that has another name now; None when it never had one."""
    question, dot, member = subject.partition(".")
    now = context.vocabulary.renamed_questions.get(question)
    if now is not None:
        asked = {each.name for each in context.vocabulary.questions()}
        return f"`{question}` is now called `{now}`" if now in asked else now
    renamed = {each.name: each.renamed for each in context.vocabulary.questions()}
    called = renamed.get(question, {}).get(member)
    return f"it is now called `{question}{dot}{called}`" if called is not None else None
