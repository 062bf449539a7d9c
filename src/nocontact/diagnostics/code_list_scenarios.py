"""NC4xx: what a person answered."""

from __future__ import annotations

from functools import partial

from nocontact.diagnostics.code import Code

_code = partial(Code, area="scenarios")

SCENARIOS: tuple[Code, ...] = (
    _code(
        "NC401", "a question that nobody asks",
        "A scenario holds answers to known questions only. Names, dates of birth and free text "
        "are not asked for, so they are refused: what is not there cannot leak.",
        "hop: none",
        "hope: none",
    ),
    _code(
        "NC402", "an answer that is not one of the answers",
        "Each question has a short list of answers. `unknown`, or leaving the question out, is "
        "always allowed; nothing is ever guessed from it.",
        "hope: big",
        "hope: strong",
    ),
    _code(
        "NC403", "none of these, and one of these",
        "`none` answers a list as a whole: none of it is true. Beside another answer it is "
        "not clear which of the two is meant.",
        "support: [none, group]",
        "support: [group]",
    ),
    _code(
        "NC404", "an answer of the wrong kind",
        "Some questions take one answer, some a list of answers, and one takes a level for each "
        "channel.",
        "pull: always_look",
        "pull: {email: always_look, phone: can_leave_it}",
    ),
    _code(
        "NC405", "a scenario that cannot be read",
        "A scenario is one YAML or JSON file of a page or two: one `question: answer` for each "
        "answer. The file is missing, too large, or breaks off.",
        "hope: [none",
        "hope: none",
    ),
    _code(
        "NC406", "a tactic that is not in the catalogue",
        "Steps that a person has taken or thinks of are named by their ids in `tactics.yaml`, so "
        "that the answer can speak about them.",
        "considering: [Block his e-mail!]",
        "considering: [block_email]",
    ),
    _code(
        "NC407", "an answer to a question that is not open",
        "In an interview an answer counts for the question that the person saw. A click that comes "
        "twice, or a page from before, would answer the next question, and that one may be about "
        "their life. So it is refused, and the interview stays where it is.",
        'interview.answered("no")                      # which question was it?',
        'interview.answered("no", to=prompt.key)       # refused when another one is open',
    ),
    _code(
        "NC408", "data that is no interview",
        "What an interview keeps between two requests is what `to_dict()` gave. It comes back from "
        "outside, so it is read as strictly as an answer: other keys, other shapes, or a channel "
        "that was not chosen are refused, and nothing of it is shown.",
        'Interview.from_dict({"given": [["no"]]})',
        "Interview.from_dict(interview.to_dict())",
    ),
    _code(
        "NC409", "an interview of another rulebook",
        "An interview carries the content hash of its rules. With other rules the same questions "
        "may mean something else, or not be asked at all. Load the rules that it began with, or "
        "begin anew.",
        "Interview.from_dict(data)                     # the rules were changed since",
        "Interview.from_dict(data, rulebook=Rulebook.load(folder_of_that_version))",
    ),
    _code(
        "NC410", "answers that are changed in place",
        "A recommendation belongs to the answers that it was made from. If those could change, "
        "it would speak about somebody else. So a scenario never changes; `with_answers` makes "
        "a new one.",
        '# scenario.hope = "none"',
        '# scenario = scenario.with_answers(hope="none")',
    ),
)  # fmt: skip
