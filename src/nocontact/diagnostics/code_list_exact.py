"""NC611 to NC619: what only a look at all scenarios at once can find."""

from __future__ import annotations

from functools import partial

from nocontact.diagnostics.code import Code

_code = partial(Code, area="exact checks")

EXACT: tuple[Code, ...] = (
    _code(
        "NC611", "a rule that can never fire",
        "Its condition is true in no scenario at all: it contradicts itself, what the rules before "
        "it raise, or what can be answered. Whoever wrote it thinks that it protects somebody. The "
        "message names the parts that clash. The rulebook still loads.",
        "when: {all: [{hope: none}, {hope: {at_least: some}}]}",
        "when: {any: [{hope: none}, {hope: {at_least: some}}]}",
    ),
    _code(
        "NC612", "two rules with the same meaning",
        "They are written in different words, fire in exactly the same scenarios and raise the "
        "same. One of them is changed some day, the other is forgotten. The rulebook still loads.",
        "- id: wall.some-hope\n"
        "  when: {hope: {at_least: some}}\n"
        "- id: wall.not-without-hope\n"
        "  when: {not: {hope: none}}",
        "- id: wall.some-hope\n"
        "  when: {hope: {at_least: some}}",
    ),
    _code(
        "NC613", "a rule that is shadowed by another",
        "Wherever it fires, the other one fires too and raises at least as much. So it changes "
        "nothing, and a reader who edits it is surprised. If it is there for its `because`, let "
        "the other rule leave its scenarios to it. The rulebook still loads.",
        "- id: wall.much-hope\n"
        "  when: {hope: strong}\n"
        "  then: {wall: lock}\n"
        "- id: wall.some-hope\n"
        "  when: {hope: {at_least: some}}\n"
        "  then: {wall: lock}",
        "- id: wall.some-hope\n"
        "  when: {hope: {at_least: some}}\n"
        "  then: {wall: lock}",
    ),
    _code(
        "NC614", "a rule that is shadowed by several others together",
        "No single rule covers it, but in each scenario in which it fires some other rule raises "
        "at least as much. None of the rules named can be left out. Mend one such message at a "
        "time: of several shadowed rules, some may be needed once others are gone. The rulebook "
        "still loads.",
        "- id: wall.hope-and-asked\n"
        "  when: {hope: strong, unsure: {unknown: false}}\n"
        "- id: wall.sure\n"
        "  when: {unsure: none}\n"
        "- id: wall.unsure\n"
        "  when: {unsure: {at_least: some}}",
        "- id: wall.sure\n"
        "  when: {unsure: none}\n"
        "- id: wall.unsure\n"
        "  when: {unsure: {at_least: some}}",
    ),
    _code(
        "NC615", "a part of a condition that changes nothing",
        "With it or without it, the rule fires in the same scenarios. It makes the rule longer to "
        "read and looks like something that somebody decided. Parts named for one rule can be "
        "dropped together. The rulebook still loads.",
        "when: {any: [{hope: strong}, {hope: {at_least: some}}]}",
        "when: {hope: {at_least: some}}",
    ),
    _code(
        "NC616", "a question that is asked in vain",
        "Rules ask about it, yet no finding, status, need or step ever depends on the answer: "
        "whatever is said, other rules reach the same. People should not be asked for nothing. "
        "Questions that a project adds in a block of its own are told too when no rule asks about "
        "them. The rulebook still loads.",
        "- id: wall.hope\n"
        "  when: {hope: {unknown: false}}\n"
        "  then: {wall: lock}\n"
        "- id: wall.not-asked\n"
        "  when: {hope: {unknown: true}}\n"
        "  then: {wall: lock}",
        "- id: wall.hope\n"
        "  when: {hope: strong}\n"
        "  then: {wall: lock}",
    ),
    _code(
        "NC617", "a tactic that no plan can contain",
        "A need asks for it, but in no scenario is it a step or an alternative to one: it is held "
        "wherever it could be of use. So it stands in the catalogue for nobody. The rulebook still "
        "loads.",
        "when: always\n"
        "then: {status: held, tactics: {id: trusted_person}}",
        "when: {close_to_going_back: no}\n"
        "then: {status: held, tactics: {id: trusted_person}}",
    ),
    _code(
        "NC618", "a level that no finding has",
        "No rule raises to it, or whoever reaches it is always raised higher. A test for just this "
        "level is never true. The lowest level is left out: a note that everybody gets is fine. "
        "The rulebook still loads.",
        "finding: {wall: [none, friction, lock]}    # rules raise to lock only",
        "finding: {wall: [none, lock]}",
    ),
    _code(
        "NC619", "a need that no plan has",
        "Its condition never holds, or wherever it does, a need that stands alone holds too. The "
        "tactics that should meet it are not suggested for it. The rulebook still loads.",
        "when: {wall: lock, hope: none}    # rules raise to lock only where there is hope",
        "when: {wall: lock}",
    ),
)  # fmt: skip
