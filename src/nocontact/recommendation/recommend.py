"""The one obvious flow: load → infer → trace → plan → explain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from nocontact.diagnostics import Diagnostic, Named, ResourceError, ScenarioError
from nocontact.explanation import (
    Reason,
    Situation,
    Verdict,
    Wording,
    reasons_by_finding,
    verdicts_of,
)
from nocontact.facts import Answers
from nocontact.facts.given_value import kind_of
from nocontact.inference.tracing import trace_of
from nocontact.planning import Gap, Plan, PlannedStep, Planner, planner_of
from nocontact.recommendation.answering import EngineName, answered
from nocontact.recommendation.answers_for import answers_for
from nocontact.recommendation.recommendation import Recommendation
from nocontact.recommendation.resources import Resource, ResourceDirectory, needs_of
from nocontact.recommendation.rulebook_loading import loaded
from nocontact.recommendation.step import Note, Purpose, Step
from nocontact.rulebook import ENGLISH, STATUS, CheckedRulebase


def recommend(
    scenario: Answers | Mapping[str, Any],
    *,
    rulebook: str | Path | CheckedRulebase | None = None,
    engine: EngineName = "checked",
    resources: ResourceDirectory | None = None,
    language: str = ENGLISH,
) -> Recommendation:
    """Return an explained recommendation. Pure: the same input always gives the same output.

    Args:
        scenario: what the person told us; everything else is unknown. A mapping from question
            to answer will do; with a rulebook of your own the questions are its own.
        rulebook: a loaded rulebook, or a folder, read anew each time; None for the shipped one.
        engine: `checked` (two engines, and they must agree), or one of them by name:
            `reference`, `rete`, `diagrams`.
        resources: the host's own helplines and services, fresh on the day of use; those that
            fit are in `rec.resources`.
        language: language of the texts, one of `rulebook.languages`. A text that is not
            translated yet is in English.

    Returns:
        The recommendation: `.steps` and `.later` to do, `.verdicts` on every tactic, `.ask` for
        what is still open, `.trace` to replay it, and `.to_text()`, `.to_html()`, `.to_json()`.

    Raises:
        ScenarioError: when the scenario names a tactic that the catalogue does not hold.
        RulebookError: when the rulebook cannot be loaded.
        ResourceError: when `resources` is no directory (NC602).
        EngineDisagreement: when the two engines differ; no answer is shown then (NC501).
        EngineError: when there is no such engine, or it cannot answer here (NC502, NC503,
            NC508).
        ExplanationError: when the rulebook does not have the language (NC807).

    Examples:
        >>> from nocontact import Scenario
        >>> rec = recommend(Scenario(staying_away="nothing_holds", private_device="yes"))
        >>> rec.wall, rec.verdicts["filter_to_folder"].status
        ('lock', 'suggested')
    """
    rulebase = loaded(rulebook)
    words = Wording(rulebase, language)
    scenario = answers_for(rulebase, scenario)
    problems = scenario.tactic_problems(rulebase.tactics)
    if problems:
        raise ScenarioError(problems)
    facts = scenario.flat()
    outcome, engines = answered(rulebase, facts, engine)
    trace = trace_of(rulebase, facts, scenario.answers(), outcome, engines, language)
    planner = planner_of(rulebase)
    plan = planner.plan(facts, outcome.findings, scenario.taken())
    reasons = reasons_by_finding(rulebase, trace, language)
    verdicts = Named(verdicts_of(rulebase, outcome.findings, reasons, language), "tactic")
    shown = {n: v for n, v in outcome.findings.items() if not n.startswith(f"{STATUS}.")}
    findings = Named(shown, "finding")
    standings = _members(findings, "standing") or _last_of(findings, "standing") or ("",)
    weak = findings.get(rulebase.metadata.too_weak) == "yes"
    barriers = rulebase.policy.barriers
    needed = findings[barriers.height] if weak and barriers else ""
    return Recommendation(
        standing=standings[0],
        also=standings[1:],
        wall=findings.get("wall", ""),
        wall_in=plan.wall_in,
        wall_out=plan.wall_out,
        stance=findings.get("stance", ""),
        help=findings.get("help", ""),
        findings=findings,
        steps=tuple(_step(each, planner, verdicts, words) for each in plan.steps),
        later=tuple(_step(each, planner, verdicts, words) for each in plan.later),
        verdicts=verdicts,
        considered=Named(
            {
                tactic: _weighed(rulebase, verdicts, tactic, needed)
                for tactic in scenario.considered()
            },
            "step under consideration",
            rulebase.tactics,
        ),
        notes=_notes(words, findings, reasons),
        gaps=tuple(_gap(each, words) for each in plan.gaps),
        let_go=plan.let_go,
        trace=trace,
        rulebase=rulebase,
        scenario=scenario,
        situation=Situation(
            rulebase, facts, outcome.findings, trace, plan, (*scenario.considered(),), language
        ),
        resources=_fitting(resources, plan, findings),
        again=partial(
            recommend, rulebook=rulebase, engine=engine, resources=resources, language=language
        ),
    )


def _fitting(
    directory: ResourceDirectory | None, plan: Plan, findings: dict[str, str]
) -> tuple[Resource, ...]:
    if directory is None:
        return ()
    if not isinstance(directory, ResourceDirectory):
        raise ResourceError([Diagnostic(
            "NC602", f"`resources` takes a directory of resources, not {kind_of(directory)}",
            found=kind_of(directory), help="put them into a `ResourceDirectory`",
        )])  # fmt: skip
    steps = (step.tactic for step in (*plan.steps, *plan.later))
    return directory.fitting(needs_of(steps, findings))


def _members(findings: dict[str, str], name: str) -> tuple[str, ...]:
    prefix = f"{name}."
    return tuple(
        finding.removeprefix(prefix)
        for finding, level in findings.items()
        if finding.startswith(prefix) and level == "yes"
    )


def _last_of(findings: dict[str, str], name: str) -> tuple[str, ...]:
    """Return the last member of a set, which is meant where none is there."""
    members = [each for each in findings if each.startswith(f"{name}.")]
    return tuple(each.removeprefix(f"{name}.") for each in members[-1:])


def _gap(gap: Gap, words: Wording) -> Gap:
    return replace(gap, because=words.need(gap.need, gap.because))


def _purpose(need: str, planner: Planner, words: Wording) -> Purpose:
    because, sources = planner.reason_of(need)
    return Purpose(need, words.need(need, because), sources)


def _step(
    planned: PlannedStep, planner: Planner, verdicts: dict[str, Verdict], words: Wording
) -> Step:
    tactic = planner.rulebase.tactics[planned.tactic]
    verdict = verdicts[planned.tactic]
    return Step(
        tactic=tactic.id,
        plain=verdict.plain,
        section=planned.section,
        status=verdict.status,
        purposes=tuple(_purpose(need, planner, words) for need in planned.needs),
        objectives=tuple(tactic.attributes.get("objectives", ())),
        alternatives=planned.alternatives,
        good=words.of_tactic(tactic.id, "good"),
        hard=words.of_tactic(tactic.id, "hard"),
        needs=words.of_tactic(tactic.id, "needs"),
        sources=tactic.source,
        reasons=verdict.reasons,
    )


def _weighed(
    rulebase: CheckedRulebase, verdicts: dict[str, Verdict], tactic: str, needed: str
) -> Verdict:
    """Return the verdict with what only fits this person: a wall too low, what fits instead."""
    chosen, verdict = rulebase.tactics[tactic], verdicts[tactic]
    heights, height = rulebase.heights, rulebase.highest(chosen)
    lower = needed in heights and height < heights.index(needed)
    instead = tuple(each for each in verdict.instead if verdicts[each].fit == "fits")
    return replace(
        verdict, instead=instead, too_weak=lower and chosen.attributes.get("kind") == "tactic"
    )


def _notes(
    words: Wording, findings: dict[str, str], reasons: Mapping[str, tuple[Reason, ...]]
) -> tuple[Note, ...]:
    notes = (
        Note(name, words.say(f"notes.{name}"), reasons.get(f"notes.{name}", ()))
        for name in _members(findings, "notes")
    )
    return tuple(sorted(notes, key=lambda note: not note.is_safety))
