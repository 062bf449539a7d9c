"""NC2xx, first part: names and citations that lead somewhere."""

from __future__ import annotations

from functools import partial

from nocontact.diagnostics.code import Code

_code = partial(Code, area="names and structure")

NAMES: tuple[Code, ...] = (
    _code(
        "NC201", "a name that does not exist",
        "A condition asks about facts (what a person answers) and findings (what rules raise). A "
        "rule raises findings. A name that is neither would never be true and never matter.",
        "when: {dificulty: {at_least: strong}}",
        "when: {difficulty: {at_least: strong}}",
    ),
    _code(
        "NC202", "an answer or a level that does not exist",
        "Every fact has a fixed list of answers, and every finding a fixed list of levels. A test "
        "for something else can never hold, so the rule would be dead. To ask if an answer is "
        "missing, there is `unknown: true`.",
        "when: {hope: big}",
        "when: {hope: strong}",
    ),
    _code(
        "NC203", "an order where there is none",
        "`at_least` and `at_most` need answers that go from less to more. Some answers are only "
        "different, not more or less. Say which ones are meant.",
        "when: {court_order: {at_least: limits_me}}",
        "when: {court_order: {in: [limits_me, both_or_unsure]}}",
    ),
    _code(
        "NC204", "a name that is given twice",
        "Traces, texts and other rules name a rule, a finding or a tactic by its id. If two have "
        "the same one, nobody can tell which of them is meant.",
        "finding: {wall: [none, lock, lock]}",
        "finding: {wall: [none, lock, sealed]}",
    ),
    _code(
        "NC205", "two rules that say the same",
        "Both fire together and raise the same, so one of them is not needed. If they rest on two "
        "sources, one rule can cite both. The rulebook still loads.",
        "- id: help.low\n"
        "  when: {sinking: yes}\n"
        "  then: {help: suggest}\n"
        "- id: help.down\n"
        "  when: {sinking: yes}\n"
        "  then: {help: suggest}",
        "- id: help.low\n"
        "  when: {sinking: yes}\n"
        "  then: {help: suggest}\n"
        "  source: [41, 42]",
    ),
    _code(
        "NC206", "a citation that leads nowhere",
        "Everything that is said to a person can be followed to its source. A citation is the "
        "number of a paragraph, or the id of an entry in `sources.yaml`.",
        "source: [135]",
        "source: [35]",
    ),
    _code(
        "NC210", "a finding that is asked if it is unknown",
        "Only a person's answer can be missing. A finding always has a level: with nothing known, "
        "it is the lowest one. Ask for the level, or ask if the answer behind it is unknown.",
        "when: {wall: {unknown: true}}",
        "when: {wall: none}",
    ),
    _code(
        "NC212", "a choice of tactics that picks none",
        "The attributes are right one by one, and no tactic of the catalogue has all of them. The "
        "rule or the need would do nothing.",
        "tactics: {face: self, notice: dramatic, undo: now}",
        "tactics: {face: self, undo: now}",
    ),
    _code(
        "NC213", "an attribute that tactics do not have",
        "Tactics are picked and preferred by the columns of the catalogue: kind, channels, "
        "objectives, face, notice, effect, wall_in, wall_out, undo, private_device, keeps_evidence "
        "and cuts. A preference needs a column with one value for each tactic.",
        "tactics: {noise: dramatic}",
        "tactics: {notice: dramatic}",
    ),
    _code(
        "NC214", "a value that an attribute does not have",
        "Each column of the catalogue has a fixed list of values. A preference has to place every "
        "one of them, or some tactics would have no place in the order.",
        "tactics: {notice: loud}",
        "tactics: {notice: announced}",
    ),
    _code(
        "NC215", "something that cites nothing",
        "Every rule, need, promise, tactic and decision says where it comes from: a paragraph of "
        "the article, or an entry of `sources.yaml`. A choice of our own is an entry too, so that "
        "it can be seen to be one.",
        "- id: wall.sealed\n"
        "  source: []",
        "- id: wall.sealed\n"
        "  source: [35]",
    ),
    _code(
        "NC223", "a tactic that points to none",
        "`instead` names tactics that serve the same need, and `lowers` those that are taken "
        "down. Both are shown to people by their plain words, which only a tactic has.",
        "instead: [ask_a_freind]",
        "instead: [trusted_person]",
    ),
    _code(
        "NC224", "a question that waits for a later one",
        "`asked_when` says when a question is asked. Answers come in the order of the interview, "
        "so it can look at answers to earlier questions only; what rules find is not known yet.",
        "- id: hope\n"
        "  asked_when: {unsure: some}    # `unsure` stands below",
        "- id: unsure\n"
        "  asked_when: {hope: some}      # `hope` stands above",
    ),
    _code(
        "NC225", "an old name that leads nowhere",
        "`renamed` and `renamed_questions` tell those who still write an old name what it is "
        "called now. So the new name has to be there, and the old one must not be.",
        "renamed: {big: strnog}",
        "renamed: {big: strong}",
    ),
    _code(
        "NC226", "a scenario class without the questions of the rulebook",
        "A rulebook with a `questions.yaml` knows its own questions. A class of other questions "
        "that is given beside it has no place for the answers that its rules need.",
        "Rulebook.load(\"my_rules\", scenario=Scenario)",
        "Rulebook.load(\"my_rules\")",
    ),
)  # fmt: skip
