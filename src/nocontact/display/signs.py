"""The signs that draw trees, lists and boxes in plain text, once in Unicode and once in ASCII."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signs:
    """One way to draw; every sign but the two rules brings its own trailing space.

    Examples:
        >>> ASCII_SIGNS.branch, UNICODE_SIGNS.branch
        ('|- ', '├─ ')
    """

    branch: str
    last_branch: str
    trunk: str
    bullet: str
    bar: str
    opened: str
    closed: str
    double_rule: str
    single_rule: str

    def fits(self, encoding: str) -> bool:
        """Tell whether an encoding has all the signs.

        Args:
            encoding: A name Python knows.

        Returns:
            False when a sign is missing, or the encoding is not known.

        Examples:
            >>> UNICODE_SIGNS.fits("utf-8"), UNICODE_SIGNS.fits("ascii"), ASCII_SIGNS.fits("ascii")
            (True, False, True)
        """
        signs = (self.branch, self.last_branch, self.trunk, self.bullet, self.bar, self.opened)
        rules = (self.closed, self.double_rule, self.single_rule)
        try:
            "".join(signs + rules).encode(encoding)
        except (UnicodeEncodeError, LookupError):
            return False
        return True


UNICODE_SIGNS = Signs("├─ ", "└─ ", "│  ", "• ", "┃ ", "▾ ", "▸ ", "═", "─")
"""Line-drawing signs."""

ASCII_SIGNS = Signs("|- ", "`- ", "|  ", "* ", "| ", "[-] ", "[+] ", "=", "-")
"""Signs for where only ASCII can be shown."""
