"""One page of the site that is written by a program, so that it cannot go stale."""

from dataclasses import dataclass


@dataclass(frozen=True)
class GeneratedPage:
    """Where the page goes below docs/, what the navigation calls it, and its Markdown."""

    uri: str
    title: str
    text: str
