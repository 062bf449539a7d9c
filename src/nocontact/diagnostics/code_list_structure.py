"""NC2xx, second part: how rules, decisions and the catalogue hang together."""

from __future__ import annotations

from functools import partial

from nocontact.diagnostics.code import Code

_code = partial(Code, area="names and structure")

STRUCTURE: tuple[Code, ...] = (
    _code(
        "NC207", "decisions that wait for each other",
        "A decision may test only what earlier decisions raise; the order follows from the rules "
        "themselves. In a circle there is no first one. The message prints the circle with the "
        "test that closes it.",
        "# wall.yaml\n"
        "when: {stance: firm}\n"
        "then: {wall: lock}\n"
        "# partner.yaml\n"
        "when: {wall: lock}\n"
        "then: {stance: firm}",
        "# partner.yaml asks for facts, then wall.yaml can ask for `stance`\n"
        "when: {gives_space: no}\n"
        "then: {stance: firm}",
    ),
    _code(
        "NC208", "a finding that nothing uses",
        "No rule, need or promise tests it, and `shows` in `rulebook.yaml` does not list it. It "
        "is worked out for nobody. The rulebook still loads.",
        "finding: {mood: [low, high]}    # raised, and never asked for",
        "shows: [mood]",
    ),
    _code(
        "NC209", "a finding that no rule raises",
        "A finding starts at its lowest level, and only rules raise it. Without one, each test "
        "for more is never true. The rulebook still loads.",
        "finding: {mood: [low, high]}\n"
        "rules: []",
        "finding: {mood: [low, high]}\n"
        "rules:\n"
        "  - id: mood.better\n"
        "    then: {mood: high}",
    ),
    _code(
        "NC211", "a tactic that serves no objective",
        "Tactics are not goals (paragraphs 17 and 18). Each one serves at least one of the five "
        "objectives of paragraph 15, or it is a safety item, a move or a lowering. The rulebook "
        "still loads.",
        "kind: tactic\n"
        "objectives: []",
        "kind: tactic\n"
        "objectives: [O1, O4]",
    ),
    _code(
        "NC216", "a paragraph that nothing cites",
        "The rulebook says what it does with every paragraph of the article: a rule, a need, a "
        "tactic or a promise cites it, or `excluded` says why none needs to. The rulebook still "
        "loads.",
        "excluded: {}",
        "excluded:\n"
        "  3: A heading.",
    ),
    _code(
        "NC217", "a rule that raises to the lowest level",
        "Every finding has its lowest level from the start, and rules can only raise. So this "
        "conclusion does nothing. To keep something low, raise it nowhere. The rulebook still "
        "loads.",
        "then: {wall: none}",
        "then: {wall: intention}",
    ),
    _code(
        "NC218", "a rule in another decision than its id says",
        "The id of a rule starts with the name of its decision. So a line of a trace leads to the "
        "file in one step.",
        "decision: wall\n"
        "rules:\n"
        "  - id: partner.sealed",
        "decision: wall\n"
        "rules:\n"
        "  - id: wall.sealed",
    ),
    _code(
        "NC219", "an overview that names what is not there",
        "`order` in `rulebook.yaml` lists decisions as they are shown, and `shows` lists findings "
        "that people see as they are. A name that is in no file would be passed over.",
        "order: [walls]",
        "order: [wall]",
    ),
    _code(
        "NC220", "a tactic that no plan can hold",
        "A step is in a plan because it meets a need. No need of `planning.yaml` picks this "
        "tactic, and it is no barrier, so it can never be suggested, not even as another way. "
        "The rulebook still loads.",
        "needs:\n"
        "  - id: talk\n"
        "    tactics: {id: support_group}",
        "needs:\n"
        "  - id: talk\n"
        "    tactics: {id: [support_group, trusted_person]}",
    ),
    _code(
        "NC221", "a name that means something else already",
        "A finding cannot be called like a question, or like a word of the language such as "
        "`all`, `count` or `status`: a condition could not tell them apart. No level can be "
        "called `unknown`, because that is what a missing answer is called.",
        "finding: {hope: [unknown, some]}",
        "finding: {hopefulness: [none, some]}",
    ),
)  # fmt: skip
