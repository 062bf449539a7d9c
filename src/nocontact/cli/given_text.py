"""Text from a file, or from standard input where the file is `-`."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

STANDARD_INPUT = "-"


def given_text(file: str, most: int) -> str:
    """Return the text of a file, or of standard input for `-`.

    Args:
        file: its name.
        most: how many bytes are read; one more is enough to see that it is too long.

    Raises:
        OSError: when it cannot be read.
        UnicodeError: when it is not UTF-8 text.

    Examples:
        >>> given_text("no_such_file.yaml", 100)
        Traceback (most recent call last):
        ...
        FileNotFoundError: [Errno 2] No such file or directory: 'no_such_file.yaml'
    """
    if file == STANDARD_INPUT:
        if sys.stdin is None:
            raise OSError(errno.EBADF, "it is closed", "standard input")
        return sys.stdin.buffer.read(most + 1).decode("utf-8-sig")
    with Path(file).open("rb") as opened:
        return opened.read(most + 1).decode("utf-8-sig")
