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
)  # fmt: skip
