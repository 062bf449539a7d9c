"""The texts of a rulebook in another language, each with the English that it was made from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from nocontact.diagnostics import Span

ENGLISH = "en"
"""The language in which rules, tactics and questions are written."""

_BLANK = re.compile(r"\{[a-z_]+\}")


@dataclass(frozen=True, slots=True)
class Translated:
    """One text in another language.

    Attributes:
        text: the translation; empty as long as there is none.
        of: the English text that it was made from; empty when that is not written down.

    Examples:
        >>> Translated("Warum", of="Why").text
        'Warum'
    """

    text: str
    of: str = ""
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Translation:
    """A rulebook in another language, as one file holds it.

    Attributes:
        name: what speakers of the language call it.
        reviewed: whether a first-language speaker has looked at it; people are told when not.
        texts: id → text.

    Examples:
        >>> texts = {"step.why": Translated("Warum", of="Why")}
        >>> Translation("Deutsch", texts=texts).said("step.why")
        'Warum'
    """

    name: str
    reviewed: bool = False
    texts: Mapping[str, Translated] = field(default_factory=dict)

    def said(self, key: str, english: str | None = None) -> str | None:
        """Return a text; None where there is none yet.

        Args:
            key: its id.
            english: the English of today. Where that has changed and has other blanks now, the
                translation would show them bare or leave something out, so it does not count.

        Examples:
            >>> german = Translation("Deutsch", texts={"also": Translated("Auch", of="Also")})
            >>> german.said("also", "Also true"), german.said("also", "Also true: {what}")
            ('Auch', None)
        """
        found = self.texts.get(key)
        if found is None or not found.text:
            return None
        changed = english is not None and found.of != english
        return None if changed and blanks_of(found.text) != blanks_of(english or "") else found.text


def blanks_of(text: str) -> frozenset[str]:
    """Return the blanks of a text.

    Examples:
        >>> blanks_of("Also true: {what}")
        frozenset({'{what}'})
    """
    return frozenset(_BLANK.findall(text))
