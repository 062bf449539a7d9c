"""The texts of a rulebook in another language → YAML, laid out for those who translate."""

from __future__ import annotations

from collections.abc import Iterator

from nocontact.parsing.data_to_yaml import flow
from nocontact.rulebook import Translation


def translation_to_yaml(translation: Translation) -> str:
    """Return a translation as a file: the English of each text stands above its translation.

    Examples:
        >>> from nocontact.rulebook.translation import Translated
        >>> texts = {"step.why": Translated("Warum", of="Why")}
        >>> print(translation_to_yaml(Translation("Deutsch", texts=texts)), end="")
        language: Deutsch
        reviewed: no
        texts:
          step.why:
            of: Why
            text: Warum
    """
    return "".join(f"{line}\n" for line in _lines(translation))


def _lines(translation: Translation) -> Iterator[str]:
    yield f"language: {flow(translation.name)}"
    yield f"reviewed: {'yes' if translation.reviewed else 'no'}"
    yield "texts:" if translation.texts else "texts: {}"
    for key, each in translation.texts.items():
        yield f"  {flow(key)}:"
        if each.of:
            yield f"    of: {flow(each.of)}"
        yield f"    text: {flow(each.text)}"
