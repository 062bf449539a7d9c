"""Where something stands in a file."""

from __future__ import annotations

from dataclasses import dataclass

from nocontact.diagnostics.excerpt import excerpt


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text file, counted from 1, columns in code points.

    Attributes:
        file: the name of the file, as the person knows it.
        line: first line.
        column: first column.
        end_line: last line.
        end_column: the column just after the last character.

    Examples:
        >>> str(Span("wall.yaml", 3, 5, 3, 9))
        'wall.yaml:3:5'
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    def excerpt_of(self, text: str) -> str:
        """Return the first line of this span in `text`, with a caret line under it.

        Examples:
            >>> print(Span("x", 1, 5, 1, 8).excerpt_of("is: low"))
            is: low
                ^^^
        """
        end = self.end_column if self.end_line == self.line else None
        return excerpt(text, self.line, self.column, end)
