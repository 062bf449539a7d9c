"""What a child process needs is never held by a thread that stayed behind in its parent.

And no thread is inside foreign code when a process is forked or ends.

A fork copies one thread. A lock that another thread held at that moment stays locked in the child
for ever, and so does the lock of a module that another thread was loading.
"""

from __future__ import annotations

import atexit
import functools
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeVar, overload

T = TypeVar("T")

_loading, _inside = threading.RLock(), threading.RLock()
atexit.register(_inside.acquire)

if hasattr(os, "register_at_fork"):
    for lock in (_loading, _inside):
        os.register_at_fork(
            before=lock.acquire, after_in_parent=lock.release, after_in_child=lock.release
        )


class cached_property(functools.cached_property[T]):
    """The one of `functools`, without the lock for a whole class that Python 3.11 takes.

    Two threads may both work a value out; the first one is kept.

    Examples:
        >>> class Sum:
        ...     @cached_property
        ...     def total(self) -> int:
        ...         print("worked out")
        ...         return 3
        >>> found = Sum()
        >>> found.total, found.total
        worked out
        (3, 3)
    """

    @overload
    def __get__(self, instance: None, owner: type[Any] | None = None) -> cached_property[T]: ...

    @overload
    def __get__(self, instance: object, owner: type[Any] | None = None) -> T: ...

    def __get__(self, instance: object, owner: type[Any] | None = None) -> cached_property[T] | T:
        if instance is None:
            return self
        assert self.attrname is not None  # given when the class is made
        found: T = vars(instance).setdefault(self.attrname, self.func(instance))
        return found


def until_exit() -> threading.RLock:
    """Let a fork and the end of the interpreter wait for a call of foreign code to come back.

    A thread that came back from it into an interpreter that is gone would end the process. After
    the last line of a program no more such calls begin.

    Examples:
        >>> with until_exit():
        ...     sum([1, 2])
        3
    """
    return _inside


@contextmanager
def no_fork() -> Iterator[None]:
    """Let a fork wait until this is over; for the loading of a library.

    Examples:
        >>> with no_fork():
        ...     import json
    """
    with _loading:
        yield
