"""NC0xx: files that cannot be read at all."""

from __future__ import annotations

from functools import partial

from nocontact.diagnostics.code import Code

_code = partial(Code, area="reading files")

READING: tuple[Code, ...] = (
    _code(
        "NC000", "a code that does not exist",
        "Every problem that this library finds has a number, and every number has a page like "
        "this one. The number that was asked for has none.",
        "# nocontact explain NC2O1",
        "# nocontact explain NC201",
    ),
    _code(
        "NC001", "an empty file",
        "The file holds nothing, or only comments. An empty file is nearly always a slip: the "
        "text was not saved, or it was meant for another file.",
        "# rules about the wall go here",
        "decision: wall\n"
        "asks: How high a wall does this person need?\n"
        "finding: {wall: [none, lock]}\n"
        "source: [35]\n"
        "rules: []",
    ),
    _code(
        "NC002", "text that cannot be read",
        "Rule files and scenarios are written in YAML 1.2, in UTF-8, one document in a file. "
        "Where the text breaks off, nothing after that place can be trusted, so nothing of the "
        "file is used. A text that holds a colon and a space needs quotes.",
        "because: Take care: this can wait.",
        'because: "Take care: this can wait."',
    ),
    _code(
        "NC003", "a file that is too large",
        "Size, depth and number of values are limited, so that no file can hold up the program. "
        "A rule that needs forty levels cannot be read by a person either. The number of "
        "problems that are told at once is limited for the same reason.",
        "when: {not: {not: {not: {not: {hope: none}}}}}    # and so on, forty times",
        "when: {hope: none}",
    ),
    _code(
        "NC004", "a key that is given twice",
        "YAML readers keep the last of two equal keys and drop the other without a word. A rule "
        "would then say something else than what a reader sees. So both are refused.",
        "then:\n"
        "  wall: friction\n"
        "  wall: lock",
        "then:\n"
        "  wall: lock",
    ),
    _code(
        "NC005", "an anchor, an alias, a tag or a merge key",
        "These signs of YAML make a file mean something other than what stands there, and a small "
        "file can grow without end. Rules are to be read by people who do not know YAML well, so "
        "each value is written out where it counts.",
        "when: &low {hope: none}",
        "when: {hope: none}",
    ),
)  # fmt: skip
