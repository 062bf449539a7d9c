"""Every message is there in every language, with the same blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from nocontact.checking.context import Context
from nocontact.diagnostics import Diagnostic, shown

FIRST = "en"
"""The language that the others are translated from."""

_BLANK = re.compile(r"\{[a-z_]+\}")


def translations(context: Context) -> Iterator[Diagnostic]:
    """Check every other language against English (NC304, NC305).

    Examples:
        >>> from nocontact.facts import Scenario
        >>> from nocontact.parsing import rulebook_from_texts
        >>> texts = {"messages.en.yaml": "{why: Why}", "messages.de.yaml": "{}"}
        >>> parsed, _ = rulebook_from_texts(texts)
        >>> [each.message for each in translations(Context(parsed, Scenario.vocabulary()))]
        ['the message `why` is missing in `messages.de.yaml`']
    """
    first = context.parsed.messages.get(FIRST, {})
    for language, messages in sorted(context.parsed.messages.items()):
        if language != FIRST:
            yield from _missing(context, language, first, messages)
            yield from _extra(context, language, first, messages)


def _missing(
    context: Context, language: str, first: Mapping[str, str], messages: Mapping[str, str]
) -> Iterator[Diagnostic]:
    for key in first:
        if key not in messages:
            yield context.found(
                "NC304", f"the message `{shown(key)}` is missing in `messages.{language}.yaml`",
                context.places.joined(f"messages.{FIRST}.yaml", key), "translate it there",
                severity="warning")  # fmt: skip


def _extra(
    context: Context, language: str, first: Mapping[str, str], messages: Mapping[str, str]
) -> Iterator[Diagnostic]:
    file = f"messages.{language}.yaml"
    for key, text in messages.items():
        place = f"the message `{shown(key)}`"
        if key not in first:
            yield context.found(
                "NC304", f"{place} is not in `messages.{FIRST}.yaml`, so it is never shown",
                context.places.joined(file, key), "give it the name that it has there",
                name=key, known=first, severity="warning")  # fmt: skip
            continue
        wanted, found = ({*_BLANK.findall(each)} for each in (first[key], text))
        if wanted != found:
            blanks = ", ".join(f"`{each}`" for each in sorted(wanted)) or "no blank"
            yield context.found(
                "NC305", f"{place} needs {blanks}, as in `messages.{FIRST}.yaml`",
                context.places.joined(file, key), "write the same blanks")  # fmt: skip
