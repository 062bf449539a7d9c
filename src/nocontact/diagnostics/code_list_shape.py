"""NC1xx: rule files that can be read, and have the wrong shape."""

from __future__ import annotations

from functools import partial

from nocontact.diagnostics.code import Code

_code = partial(Code, area="shape of rule files")

SHAPE: tuple[Code, ...] = (
    _code(
        "NC101", "a key that has no meaning",
        "Each kind of entry has a fixed list of keys. A misspelt key would be passed over in "
        "silence, and the rule would do less than it says.",
        "becuase: The harder it is, the higher the wall.",
        "because: The harder it is, the higher the wall.",
    ),
    _code(
        "NC102", "a key that is missing",
        "Some keys are needed: a rule says when, what follows, why and from where. Nothing is "
        "filled in for you, because a guess would look like something that somebody decided.",
        "- id: wall.sealed\n"
        "  when: {difficulty: extreme}\n"
        "  then: {wall: sealed}\n"
        "  source: [35]",
        "- id: wall.sealed\n"
        "  when: {difficulty: extreme}\n"
        "  then: {wall: sealed}\n"
        "  because: It is very hard to stay away.\n"
        "  source: [35]",
    ),
    _code(
        "NC103", "a value of the wrong kind",
        "A text, a number, a list and a mapping are four things. Where one of them is needed, "
        "another has no clear meaning.",
        "because: [The harder it is, the higher the wall.]",
        "because: The harder it is, the higher the wall.",
    ),
    _code(
        "NC104", "a word that cannot stand here",
        "Some places take one word out of a short list: who speaks, which status, which section "
        "of the plan. Another word would be read by no part of the program.",
        "then: {status: forbidden, tactics: {notice: dramatic}}",
        "then: {status: advised_against, tactics: {notice: dramatic}}",
    ),
    _code(
        "NC105", "a comparison that does not exist",
        "Conditions are a closed set: `is`, `is_not`, `at_least`, `at_most`, `in`, `unknown`, "
        "and `count` with a number that can be reached. There are no formulas and no code in "
        "rules, so that every rule can be read aloud and proved.",
        "when: {wall: {above: friction}}",
        "when: {wall: {at_least: lock}}",
    ),
    _code(
        "NC106", "a list or a condition without content",
        "An empty condition could mean always or never, and an empty list of conditions always "
        "or nothing. The file has to say which. `always` is a word of the language.",
        "when: {}",
        "when: always",
    ),
    _code(
        "NC107", "a file or a folder that is missing, closed or misnamed",
        "A rulebook is a folder with `rulebook.yaml` in it. `questions.yaml`, `sources.yaml`, "
        "`tactics.yaml`, `planning.yaml`, `promises.yaml` and `messages.<language>.yaml` are told "
        "by their names; every other YAML file is one decision. A file with nearly such a name "
        "would be read as something that it is not, or not at all. Links stay in the folder, and "
        "each file is read once.",
        "# rules/tactics.yml",
        "# rules/tactics.yaml",
    ),
    _code(
        "NC108", "a name that is no name",
        "Names of findings, levels and tactics are small letters, digits and `_`; ids of rules "
        "and promises may join such names with `.` and `-`. They stand in traces and in other "
        "programs, so they have one form.",
        "finding: {Wall height: [none, lock]}",
        "finding: {wall: [none, lock]}",
    ),
    _code(
        "NC109", "a promise of no clear form",
        "A promise says what holds whenever something holds (`when` with `then` or `never`), or "
        "what a change does (`raising` or `changing` with `never_lowers`, `never_raises` or "
        "`keeps`). With parts of both, it cannot be proved.",
        "- id: the-wall-holds\n"
        "  says: More difficulty does not lower the wall.\n"
        "  raising: [pull]\n"
        "  never: {wall: none}\n"
        "  source: [35]",
        "- id: the-wall-holds\n"
        "  says: More difficulty does not lower the wall.\n"
        "  raising: [pull]\n"
        "  never_lowers: [wall]\n"
        "  source: [35]",
    ),
    _code(
        "NC110", "a question whose answers do not fit its shape",
        "A question of the shape `one` lists `answers`, a `set` lists `members`, a `map` lists "
        "both: its channels and their levels. Questions about steps list none, for the answers "
        "are tactics. With fewer than two answers there is nothing to ask.",
        "- id: housing\n"
        "  shape: one\n"
        "  asks: Do you have a place to go?\n"
        "  members: {no: No, yes: Yes}",
        "- id: housing\n"
        "  shape: one\n"
        "  asks: Do you have a place to go?\n"
        "  answers: {no: No, yes: Yes}",
    ),
)  # fmt: skip
