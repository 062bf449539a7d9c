"""NC3xx: words that people read."""

from __future__ import annotations

from functools import partial

from nocontact.diagnostics.code import Code

_code = partial(Code, area="words")

WORDS: tuple[Code, ...] = (
    _code(
        "NC301", "a word that people are not shown",
        "Some words blame, some name an illness, some promise what nobody can promise. A person "
        "in distress reads these texts. Describe what can be seen; say that a step may or can "
        "help.",
        "because: This will keep you safe from a toxic person.",
        "because: This may help to keep what hurts you away.",
    ),
    _code(
        "NC302", "a text that is hard to read",
        "Texts are written for grade 6 of school, and grade 8 is the most (Flesch and Kincaid, "
        "1975). Under stress, people read less well than on other days. Short sentences and short "
        "words help most. The formula does not hear the tone, so let people read it too.",
        "because: Intermittent communication perpetuates emotional dependency considerably.",
        "because: Each message can pull you back in.",
    ),
    _code(
        "NC303", "a text without words",
        "Every step is shown with its why. Without words there is nothing to show.",
        'because: ""',
        "because: The harder it is, the higher the wall.",
    ),
    _code(
        "NC304", "a message that one language has and the other has not",
        "Messages are found by their key. Where a language lacks the key, the reader would see "
        "the bare key; a key that English does not have is never asked for.",
        "# messages.en.yaml\n"
        "hello: You choose what fits.\n"
        "# messages.de.yaml\n"
        "helo: Du entscheidest, was passt.",
        "# messages.en.yaml\n"
        "hello: You choose what fits.\n"
        "# messages.de.yaml\n"
        "hello: Du entscheidest, was passt.",
    ),
    _code(
        "NC305", "a translation with other blanks",
        "Blanks such as `{what}` are filled when the text is shown. A blank that is missing loses "
        "what it stands for, and a misspelt one is shown as it is.",
        "# messages.en.yaml\n"
        'also: "Also true: {what}"\n'
        "# messages.de.yaml\n"
        'also: "Auch wahr: {was}"',
        "# messages.en.yaml\n"
        'also: "Also true: {what}"\n'
        "# messages.de.yaml\n"
        'also: "Auch wahr: {what}"',
    ),
)  # fmt: skip
