"""What is being explained: one part of an answer, and the level that it has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nocontact.diagnostics import Diagnostic, ExplanationError, nearest, shown
from nocontact.explanation.situation import Situation
from nocontact.proof.subject import Subject, members_of
from nocontact.rulebook import STATUS, CheckedRulebase

FINDING, STEP = "finding", "step"


@dataclass(frozen=True, slots=True)
class Claim:
    """One part of an answer at one level, such as "the wall is lock" or "mute_thread is a step".

    Attributes:
        subject: the part: a finding, the first of a set, the status of a tactic, a step.
        level: the level that it has.

    Examples:
        >>> Claim(Subject("finding", "wall"), "lock").level
        'lock'
    """

    subject: Subject
    level: str


def claim_about(situation: Situation, name: str) -> Claim:
    """Return what a name stands for in this answer, with the level that it has there.

    A name may be a finding (`wall`), a set of findings (`standing`, which means its first
    member), a member of one (`safety_first`, or in full `standing.safety_first`), a tactic
    (`mute_thread`: its step if it is one, or else its status), or in full `finding.wall`,
    `step.mute_thread` and `status.mute_thread`.

    Args:
        situation: the answer.
        name: what to explain.

    Raises:
        ExplanationError: when nothing has this name (NC801), when several things do (NC802), or
            when it is an answer of the person, so that there is nothing to explain (NC803).

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> situation = recommend(Scenario(staying_away="nothing_holds")).situation
        >>> claim_about(situation, "wall").level, claim_about(situation, "standing").level
        ('lock', 'safety_not_asked')
        >>> claim_about(situation, "change_number").subject.family
        'status'
    """
    subject = subject_named(situation.rulebase, name)
    if subject.family == "status" and not name.startswith(f"{STATUS}."):
        step = Subject("step", subject.name)
        subject = step if level_of(situation, step) == "yes" else subject
    return Claim(subject, level_of(situation, subject))


def subject_named(rulebase: CheckedRulebase, name: str) -> Subject:
    """Return the part of an answer that a name stands for; a plain tactic means its status.

    Args:
        rulebase: the rules.
        name: as for `claim_about`.

    Raises:
        ExplanationError: as for `claim_about`.

    Examples:
        >>> from nocontact import Rulebook
        >>> subject_named(Rulebook.load(), "safety_first").name
        'standing.safety_first'
        >>> subject_named(Rulebook.load(), "wal")
        Traceback (most recent call last):
        ...
        nocontact.diagnostics.errors.ExplanationError: NC801: there is nothing called `wal` \
in the answer (did you mean `wall`?)
          help: name a finding, a set of findings, one member of a set, or a tactic
    """
    name = str(name)  # whatever was given, the error says so
    found = dict.fromkeys(subject for known, subject in _names(rulebase) if known == name)
    if len(found) == 1:
        return next(iter(found))
    if found:
        raise _several(name, [*found])
    if name in rulebase.vocabulary or name in {q.name for q in rulebase.vocabulary.questions()}:
        raise _an_answer(name)
    known = [each for each, _ in _names(rulebase)]
    raise ExplanationError([Diagnostic(
        "NC801", f"there is nothing called `{shown(name)}` in the answer",
        found=shown(name), nearest=nearest(name, known),
        help="name a finding, a set of findings, one member of a set, or a tactic",
    )])  # fmt: skip


def level_of(situation: Situation, subject: Subject) -> str:
    """Return the level that a part of the answer has.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> person = Scenario(staying_away="nothing_holds")
        >>> level_of(recommend(person).situation, Subject("finding", "wall"))
        'lock'
    """
    findings, name = situation.findings, subject.name
    match subject.family:
        case "finding":
            return findings[name]
        case "status":
            return findings[f"{STATUS}.{name}"]
        case "first":
            return _first(situation.rulebase, findings, name)
        case "step":
            return "yes" if name in situation.steps else "no"
        case "pace":
            return "now" if name in {each.tactic for each in situation.plan.steps} else "later"
        case "gap":
            return "yes" if name in {gap.need for gap in situation.plan.gaps} else "no"
        case "let_go":
            return "yes" if situation.plan.let_go else "no"


def _first(rulebase: CheckedRulebase, findings: Mapping[str, str], name: str) -> str:
    members = members_of(rulebase, name)
    return next((each for each in members if findings[f"{name}.{each}"] == "yes"), "none")


def _names(rulebase: CheckedRulebase) -> Iterator[tuple[str, Subject]]:
    """Yield every name with what it stands for; a name may come more than once."""
    for finding in rulebase.findings.values():
        if finding.set_name == STATUS:
            continue
        yield from _both(finding.name, Subject("finding", finding.name))
        if finding.set_name:
            yield from _both(finding.set_name, Subject("first", finding.set_name))
            member = finding.name.removeprefix(f"{finding.set_name}.")
            yield member, Subject("finding", finding.name)
    for tactic in rulebase.tactics:
        yield tactic, Subject("status", tactic)
        yield f"{STATUS}.{tactic}", Subject("status", tactic)
        yield f"{STEP}.{tactic}", Subject("step", tactic)


def _both(name: str, subject: Subject) -> Iterator[tuple[str, Subject]]:
    yield name, subject
    yield f"{FINDING}.{name}", subject


def _several(name: str, found: list[Subject]) -> ExplanationError:
    full = tuple(map(_in_full, found))
    return ExplanationError([Diagnostic(
        "NC802", f"`{shown(name)}` may mean more than one thing", found=shown(name),
        expected=full, help=f"write it in full: {' or '.join(full)}",
    )])  # fmt: skip


def _in_full(subject: Subject) -> str:
    if "." in subject.name:
        return subject.name
    return f"{STATUS if subject.family == 'status' else FINDING}.{subject.name}"


def _an_answer(name: str) -> ExplanationError:
    return ExplanationError([Diagnostic(
        "NC803", f"`{shown(name)}` is an answer of the person, and nothing was concluded",
        found=shown(name), help="ask about a finding that rests on it, such as `rec.why(\"wall\")`",
    )])  # fmt: skip
