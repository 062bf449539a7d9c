"""A step, or the verdict on one, as an entry of a list: what, what to weigh, and the why."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from nocontact.display import Block, Details, Inlines, InlinesLike, Item, Items, Text, inlines
from nocontact.explanation import Verdict
from nocontact.explanation.wording import Wording
from nocontact.recommendation.step import Step
from nocontact.rulebook import Cited

MOST_ALTERNATIVES = 3


def step_to_item(words: Wording, step: Step, shown: Collection[str] = ()) -> Item:
    """Return one step: good and hard sides open, every why below the first folded.

    Args:
        words: the words of the rulebook.
        step: the step.
        shown: ids of tactics that stand elsewhere, so that they are not offered again.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> rec = recommend(Scenario(), engine="reference")
        >>> step_to_item(Wording(rec.rulebase), rec.steps[0]).text[0].role
        'strong'
    """
    lines = list(_sides(words, step))
    blocks: list[Block] = [Items(lines)] if lines else []
    return Item(Text(step.plain, "strong"), [*blocks, *_why(words, step, shown)])


def later_to_item(words: Wording, step: Step) -> Item:
    """Return a step that can wait: what it is, and its first why.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> rec = recommend(Scenario(), engine="reference")
        >>> item = later_to_item(Wording(rec.rulebase), rec.steps[0])
        >>> item.text[0].text == rec.steps[0].plain
        True
    """
    first = step.purposes[0]
    why = words.labelled("step.why", *words.cited(first.because, first.sources))
    return Item(step.plain, [Details(why, [Items([_id(words, step)])])])


def verdict_to_item(words: Wording, verdict: Verdict) -> Item:
    """Return the verdict on a step under consideration, and what could help more.

    Args:
        words: the words of the rulebook.
        verdict: what the rulebook says of the step.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> rec = recommend(Scenario(considering=["change_number"]), engine="reference")
        >>> item = verdict_to_item(Wording(rec.rulebase), rec.verdicts["change_number"])
        >>> item.text[1].text
        'Wait with this for now.'
    """
    said = Text(words.say(f"considered.{verdict.fit}"), "strong")
    tactic = words.rulebase.tactics[verdict.tactic]
    lines: list[InlinesLike] = []
    good = words.of_tactic(verdict.tactic, "good")
    if not verdict.reasons and good:
        lines.append(words.labelled("step.good", *words.cited(good, tactic.source)))
    if verdict.too_weak:
        lines.append(words.say("considered.too_weak"))
    if verdict.instead:
        instead = " ".join(map(words.plain, verdict.instead[:MOST_ALTERNATIVES]))
        lines.append(words.labelled("step.instead", instead))
    return Item(
        [f"{verdict.plain} ", said],
        [*words.why(verdict.deciding, _id(words, verdict)), *([Items(lines)] if lines else [])],
    )


def _sides(words: Wording, step: Step) -> Iterator[Inlines]:
    if step.good:
        yield words.labelled("step.good", *words.cited(step.good, step.sources))
    if step.hard:
        yield words.labelled("step.hard", step.hard)
    if step.needs:
        yield words.labelled("step.needs", step.needs)
    for reason in step.reasons:
        yield words.labelled("step.needs", *words.cited(reason.because, reason.sources))


def _why(words: Wording, step: Step, shown: Collection[str]) -> Iterator[Details]:
    """Yield the whys, one line for all that rest on the same sources, and the other ways."""
    if not step.purposes:
        return
    by_source: dict[tuple[Cited, ...], list[str]] = {}
    first, *others = dict.fromkeys((each.because, each.sources) for each in step.purposes)
    for because, sources in others:
        by_source.setdefault(sources, []).append(because)
    lines: list[InlinesLike] = [_id(words, step), *map(words.origin, step.reasons)]
    lines += [words.cited(" ".join(texts), sources) for sources, texts in by_source.items()]
    ways = [words.short(each) for each in step.alternatives if each not in shown]
    if ways:
        lines.append(words.say("step.others", what=" ".join(ways[:MOST_ALTERNATIVES])))
    yield Details(words.labelled("step.why", *words.cited(*first)),
                  [Items(lines)])  # fmt: skip


def _id(words: Wording, step: Step | Verdict) -> Inlines:
    return inlines(Text(step.tactic, "code"), ": ", words.say(f"status.{step.status}"))
