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
        "NC304", "a text that one language has and the other has not",
        "Texts are found by their id. Where a language lacks one, or holds it with no words, the "
        "reader sees English; an id that English does not have is never asked for.",
        "# messages.en.yaml\n"
        "hello: You choose.\n"
        "# messages.de.yaml\n"
        "language: Deutsch\n"
        "texts: {helo: {of: You choose., text: Du entscheidest.}}",
        "# messages.en.yaml\n"
        "hello: You choose.\n"
        "# messages.de.yaml\n"
        "language: Deutsch\n"
        "texts: {hello: {of: You choose., text: Du entscheidest.}}",
    ),
    _code(
        "NC305", "a translation with other blanks",
        "Blanks such as `{what}` are filled when the text is shown. A blank that is missing loses "
        "what it stands for, and a misspelt one is shown as it is.",
        "# messages.en.yaml\n"
        'also: "Also true: {what}"\n'
        "# messages.de.yaml\n"
        "language: Deutsch\n"
        'texts: {also: {of: "Also true: {what}", text: "Auch wahr: {was}"}}',
        "# messages.en.yaml\n"
        'also: "Also true: {what}"\n'
        "# messages.de.yaml\n"
        "language: Deutsch\n"
        'texts: {also: {of: "Also true: {what}", text: "Auch wahr: {what}"}}',
    ),
    _code(
        "NC306", "a translation of what English no longer says",
        "Each translation holds in `of` the English that it was made from. When the English is "
        "changed later, readers of the other language would go on with the old text, and nobody "
        "would see it. Look at the translation again, then bring `of` up to date.",
        "# messages.en.yaml\n"
        "hello: You choose.\n"
        "# messages.de.yaml\n"
        "language: Deutsch\n"
        "texts: {hello: {of: You decide., text: Du entscheidest.}}",
        "# messages.en.yaml\n"
        "hello: You choose.\n"
        "# messages.de.yaml\n"
        "language: Deutsch\n"
        "texts: {hello: {of: You choose., text: Du wählst.}}",
    ),
)  # fmt: skip
