"""NC80x: what is asked of an explanation."""

from __future__ import annotations

from functools import partial

from nocontact.diagnostics.code import Code

_code = partial(Code, area="explanations")

EXPLANATIONS: tuple[Code, ...] = (
    _code(
        "NC801",
        "an explanation of something that is not in the answer",
        "What can be explained is a finding, a set of findings, one member of a set, or a tactic "
        "of the catalogue. The nearest name is shown.",
        'rec.why("wal")',
        'rec.why("wall")',
    ),
    _code(
        "NC802",
        "a name that may mean more than one thing",
        "A finding, a member of a set and a tactic may have the same name. Written in full, it is "
        "clear which one is meant.",
        'rec.why("calm")            # a note and a tactic',
        'rec.why("notes.calm")      # the note',
    ),
    _code(
        "NC803",
        "an explanation of an answer",
        "What the person told us is where every explanation ends. Nothing was concluded, so there "
        "is no why, and nothing that would be enough for it.",
        'rec.why("reach_out")',
        'rec.why("difficulty")      # what was concluded from it',
    ),
    _code(
        "NC804",
        "a level that there is not",
        "A finding has the levels that its decision lists, and a tactic has the five statuses. "
        "No other level can be reached, so there is nothing to say about it.",
        'rec.why_not("wall", "loc")',
        'rec.why_not("wall", "lock")',
    ),
    _code(
        "NC805",
        "an exact explanation that the reference engine does not confirm",
        "What would be enough and what would change the answer is found by decision diagrams, and "
        "each of it is looked at again by the reference engine. The two differ here, so one of "
        "them is wrong, and nothing is shown. Please report it with the version of the rulebook.",
        'rec.enough("wall")      # the second look found a difference',
        'rec.why("wall")         # rests on the trace alone',
    ),
    _code(
        "NC806",
        "a widget without the library for it",
        "The interactive view in a notebook needs a library that is not installed with the rest. "
        "Everything else works in a notebook without it.",
        "nocontact.explore(scenario)    # pip install nocontact",
        'nocontact.explore(scenario)    # pip install "nocontact[notebook]"',
    ),
    _code(
        "NC807",
        "a language that the rulebook does not have",
        "A rulebook speaks English, and every language in which it has a file of messages. In "
        "another language there would be no word to show, so it says so at once.",
        'recommend(scenario, language="tlh")',
        'recommend(scenario, language="en")',
    ),
    _code(
        "NC808",
        "a name that is not there",
        "Verdicts, findings, rules, tactics, facts, promises and counts are looked up by the names "
        "that the rulebook gives them. The nearest one is shown, out of the names of the rulebook "
        "and never out of somebody's answers.",
        'rec.verdicts["block_emial"]',
        'rec.verdicts["block_email"]',
    ),
)
