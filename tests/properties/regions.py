"""Where in the space of scenarios the properties look."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import settings
from hypothesis import strategies as st

from nocontact import Scenario
from nocontact.rulebook import ALWAYS, CheckedRulebase, Promise, atoms_of
from nocontact.testing import NO_SIGN, answered_scenarios, scenarios, scenarios_near
from nocontact.testing.neighbouring import changed_answers

NO_DANGER = {**NO_SIGN, "afraid": "no", "my_position": ["none"]}
"""Every question about danger is answered, and nothing points to it."""

FREE = Scenario.model_validate({
    **NO_DANGER,
    "situation": "i_left",
    "asked_of_me": "no",
    "commitment": "committed",
    "acceptance": "mostly",
    "understands_purpose": "yes",
    "aims": ["heal", "space"],
    "hope": "none",
    "relieved_if_it_fails": "no",
    "staying_away": "nothing_holds",
    "pull": {"email": "always_look", "phone": "sometimes_look", "social": "always_look"},
    "reach_out": "often",
    "times_gone_back": "1",
    "earlier_steps": ["they_got_round"],
    "partner_space": "keeps_trying",
    "calm_steps": "did_not_help",
    "how_i_am": ["none"],
    "close_to_going_back": "no",
    "support": ["trusted_person"],
})  # fmt: skip
"""Nothing speaks against anything here: a rule that goes missing shows near it."""

AT_EASE = FREE.with_answers(
    pull={"email": "can_leave_it"}, reach_out="never", staying_away="easy", times_gone_back="0",
    earlier_steps=["none"], partner_space="gives_space", calm_steps=None,
)  # fmt: skip
"""No wall is needed and they give space: the quiet corner."""

BESIEGED = FREE.with_answers(
    danger_signs=["followed_or_tracked"], danger_when="now", afraid="yes",
    must_stay_in_touch=["children", "court_or_legal"], court_order="protects_me",
    partner_space="getting_stronger", how_i_am=["low_most_days"],
)  # fmt: skip
"""Much holds things back here: a hold that is cleared by mistake shows near it."""

PARENT = FREE.with_answers(must_stay_in_touch=["children"], court_order="visits_only")
"""A path has to stay open here."""

LIMITED = FREE.with_answers(
    court_order="limits_me", partner_space="comes_and_goes", calm_steps="not_yet"
)
"""A court order speaks against any word."""

EVERYWHERE: st.SearchStrategy[Scenario] = st.one_of(
    scenarios_near(FREE),
    scenarios_near(PARENT),
    scenarios_near(LIMITED),
    scenarios_near(AT_EASE),
    scenarios_near(BESIEGED),
    scenarios(given=NO_DANGER),
    answered_scenarios(),
    scenarios(),
)
"""All over the space, and closely where rules begin and end."""


def around(promise: Promise, rulebase: CheckedRulebase) -> st.SearchStrategy[Scenario]:
    """Return scenarios near the places where a promise begins and ends to apply.

    Only questions that its conditions rest on change, from a scenario where much is open, one
    where little is needed, and one where much is held.
    """
    asked = sorted(set(_questions(promise, rulebase)))
    return st.one_of(
        *(scenarios_near(place, most=3, asked=asked) for place in (FREE, AT_EASE, BESIEGED))
    )


def _questions(promise: Promise, rulebase: CheckedRulebase) -> Iterator[str]:
    waiting = [
        atom.subject
        for condition in (promise.when, promise.then or ALWAYS, promise.after)
        for atom in atoms_of(condition)
    ]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in seen or name.startswith(("step.", "permitted.")):
            continue
        seen.add(name)
        if name in rulebase.vocabulary:
            yield rulebase.vocabulary[name].question
        for rule in rulebase.rules:
            if any(finding == name for finding, _ in rule.raises):
                waiting += [atom.subject for atom in atoms_of(rule.condition)]


def examples(times: float) -> settings:
    """Return settings for so many times the examples of the profile."""
    profile = settings.default
    assert profile is not None
    return settings(max_examples=round(profile.max_examples * times))


@st.composite
def pairs(draw: st.DrawFn, *questions: str, upward: bool = False) -> tuple[Scenario, Scenario]:
    """Return two scenarios that differ in one of these questions; upwards: only more of it."""
    before = draw(EVERYWHERE)
    question = Scenario.vocabulary().question(draw(st.sampled_from(questions)))
    answers = before.answers()
    members: frozenset[str | None] = frozenset(question.members or (None,))
    special: frozenset[str | None] = frozenset({"none", "rather_not_say"} if upward else ())
    choice = changed_answers(question, answers.get(question.name), members - special, upward=upward)
    return before, before.with_answers(**{question.name: draw(choice)})
