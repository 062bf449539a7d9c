"""The page of all tactics: a table for each channel, and one for each other kind."""

from collections.abc import Iterator

from generated_page import GeneratedPage
from rulebook_page import FOLDER, source_link, table

from nocontact.facts import Tactic
from nocontact.rulebook import CheckedRulebase

HEAD = ("Step", "What it is like", "What may be good", "What may be hard", "Rests on")
KINDS = {
    "safety": "Safety items. Nothing holds them back, and they need no objective.",
    "move": "Moves that people consider and that are not disengagement. They are never suggested; "
    "the verdict says why, and which step serves the same need.",
    "lowering": "Taking a barrier down. It fits when the wall that is needed today is lower.",
}


def tactic_page(rulebase: CheckedRulebase) -> GeneratedPage:
    """The catalogue as tables."""
    tactics = list(rulebase.tactics.values())
    objectives = (f"- **{name}**: {rulebase.message(f'objective.{name}')}"
                  for name in rulebase.scales["objectives"])  # fmt: skip
    parts = [
        "# Tactics",
        f"All {len(tactics)} entries of `rules/tactics.yaml`. The ratings (effect, wall, undo) "
        "are judgement; no study measured them.",
        "The five objectives (¶15):",
        "\n".join(objectives),
    ]
    for channel in rulebase.scales["channels"]:
        listed = [t for t in tactics if t.kind == "tactic" and t.channels[:1] == (channel,)]
        if listed:
            parts += [f"## {rulebase.message(_channel(channel))}", _table(listed)]
    for kind, about in KINDS.items():
        parts += [f"## Kind: {kind}", about, _table([t for t in tactics if t.kind == kind])]
    return GeneratedPage(f"{FOLDER}/tactics.md", "Tactics", "\n\n".join(parts) + "\n")


def _channel(channel: str) -> str:
    return f"channel.{channel}"


def _table(tactics: list[Tactic]) -> str:
    return table(HEAD, map(_row, tactics))


def _row(tactic: Tactic) -> tuple[str, ...]:
    name = f'<span id="{tactic.id}"></span>`{tactic.id}`'
    return (
        f"{name}<br>{tactic.plain}",
        "<br>".join(_attributes(tactic)),
        tactic.good,
        " ".join(text for text in (tactic.hard, tactic.needs) if text),
        ", ".join(map(source_link, tactic.source)),
    )


def _attributes(tactic: Tactic) -> Iterator[str]:
    yield f"{tactic.notice}, {tactic.face}"
    yield f"effect: {tactic.effect}"
    yield f"wall: {tactic.wall_in} in, {tactic.wall_out} out"
    yield f"undo: {tactic.undo}"
    if tactic.objectives:
        yield ", ".join(tactic.objectives)
    if len(tactic.channels) > 1:
        yield f"channels: {', '.join(tactic.channels)}"
    if tactic.private_device == "yes":
        yield "needs a private device"
    if tactic.keeps_evidence == "no":
        yield "may lose messages"
    if tactic.cuts:
        yield f"cuts: {', '.join(tactic.cuts)}"
    if tactic.instead:
        yield f"instead: {', '.join(f'`{each}`' for each in tactic.instead)}"
