"""The colours of pictures, in light and in dark: the ink reads well on each of them.

Hues alone are lost on many readers; so each node also says in words what it belongs to, and its
shape says what it is.
"""

from __future__ import annotations

from typing import NamedTuple


class Hue(NamedTuple):
    """The ground and the outline of one group.

    Examples:
        >>> Hue("#ddeaff", "#2a5db0").fill
        '#ddeaff'
    """

    fill: str
    line: str


class Colours(NamedTuple):
    """All colours of a picture on a light or on a dark page.

    Attributes:
        ink: text.
        ground: the page, and nodes of no group.
        line: edges, and outlines of nodes of no group.
        shade: nodes of the last column.
        hues: one for each group, used in turn.

    Examples:
        >>> len(LIGHT.hues) == len(DARK.hues)
        True
    """

    ink: str
    ground: str
    line: str
    shade: str
    hues: tuple[Hue, ...]


LIGHT = Colours("#1f2328", "#ffffff", "#6b7683", "#f0f2f4", (
    Hue("#ddeaff", "#2a5db0"), Hue("#ffe8d1", "#a3540a"), Hue("#dcf3df", "#2a7a38"),
    Hue("#ecdffb", "#6f3fb3"), Hue("#d3f1f0", "#0f7374"), Hue("#fde0ec", "#b02c6b"),
    Hue("#faf0c4", "#806600"), Hue("#e3e7ec", "#4d5c6e"), Hue("#fde1dd", "#b3362a"),
    Hue("#eaf0d0", "#5f6f12"),
))  # fmt: skip
"""On a light page; the outlines stand out from the ground by at least 3 to 1."""

DARK = Colours("#e6edf3", "#0d1117", "#8b97a5", "#21262d", (
    Hue("#16304f", "#7fb0ff"), Hue("#47290c", "#f0a35e"), Hue("#143a1c", "#79cf88"),
    Hue("#35234f", "#c3a1f5"), Hue("#0d3a3b", "#62cfcd"), Hue("#4a1b31", "#f59cc0"),
    Hue("#3d3305", "#e0c04a"), Hue("#2b333d", "#a9b6c6"), Hue("#4a1d18", "#f5998d"),
    Hue("#2f3610", "#bccb63"),
))  # fmt: skip
"""On a dark page."""


def hue_of(group: str, groups: tuple[str, ...]) -> int | None:
    """Return which hue a group has, the same in every picture; None for no group.

    Examples:
        >>> hue_of("wall", ("help", "wall")), hue_of("", ("help", "wall"))
        (1, None)
    """
    return groups.index(group) % len(LIGHT.hues) if group in groups else None


def contrast(one: str, two: str) -> float:
    """Return the contrast of two colours, as WCAG 2 defines it: from 1 to 21.

    Args:
        one: a colour such as `#1f2328`.
        two: another one.

    Examples:
        >>> round(contrast("#000000", "#ffffff"))
        21
    """
    low, high = sorted((_luminance(one), _luminance(two)))
    return (high + 0.05) / (low + 0.05)


def graph_stylesheet() -> str:
    """Return the style of drawn graphs; no rule reaches outside their class, none loads anything.

    JupyterLab says on its page whether its theme is light; elsewhere the reader's choice decides.

    Examples:
        >>> "url(" in graph_stylesheet()
        False
    """
    return "\n".join([
        f".nocontact-graph {{ {_variables(LIGHT)} }}",
        "@media (prefers-color-scheme: dark) {",
        f"  .nocontact-graph {{ {_variables(DARK)} }}",
        "}",
        f'[data-jp-theme-light="true"] .nocontact-graph {{ {_variables(LIGHT)} }}',
        f'[data-jp-theme-light="false"] .nocontact-graph {{ {_variables(DARK)} }}',
        _RULES + "\n".join(_hue_rule(at) for at in range(len(LIGHT.hues))),
    ])  # fmt: skip


_RULES = """\
.nocontact-graph { background: var(--ncg-ground); color: var(--ncg-ink); font-size: 12.5px; }
.nocontact-graph text { fill: currentColor; }
.nocontact-graph .small { font-size: 10.5px; }
.nocontact-graph .code { font-family: ui-monospace, monospace; font-size: 9.5px; }
.nocontact-graph .strong { font-weight: 600; }
.nocontact-graph .outline { fill: var(--ncg-ground); stroke: var(--ncg-line); }
.nocontact-graph .at-end .outline { fill: var(--ncg-shade); }
.nocontact-graph .on-path .outline { stroke-width: 2.5; }
.nocontact-graph .off-path .outline { fill: var(--ncg-ground); stroke-dasharray: 4 3; }
.nocontact-graph .edge { fill: none; stroke: var(--ncg-line); stroke-width: 1.2; }
.nocontact-graph .edge.on-path { stroke: var(--ncg-ink); stroke-width: 2.2; }
.nocontact-graph .edge.off-path { stroke-dasharray: 4 3; }
.nocontact-graph .tip { fill: var(--ncg-line); }
.nocontact-graph .tip.on-path { fill: var(--ncg-ink); }
"""


def _variables(colours: Colours) -> str:
    named = {"ink": colours.ink, "ground": colours.ground,
             "line": colours.line, "shade": colours.shade}  # fmt: skip
    for at, hue in enumerate(colours.hues):
        named |= {f"fill{at}": hue.fill, f"line{at}": hue.line}
    return " ".join(f"--ncg-{name}: {value};" for name, value in named.items())


def _hue_rule(at: int) -> str:
    rule = f"fill: var(--ncg-fill{at}); stroke: var(--ncg-line{at});"
    return f".nocontact-graph .hue{at}:not(.off-path) .outline {{ {rule} }}"


def _luminance(colour: str) -> float:
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
