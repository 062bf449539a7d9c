"""How many, and how much of a whole, in a few words."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction


def share_text(part: int, whole: int) -> str:
    """Return a share; never rounded up to all or down to none.

    Args:
        part: how many of them.
        whole: how many there are.

    Examples:
        >>> share_text(0, 8), share_text(8, 8), share_text(1, 8)
        ('none', 'all', '12.5 %')
        >>> share_text(3, 10**14), share_text(10**9 - 1, 10**9)
        ('1 in 3.3 × 10^13', 'over 99.9 %')
    """
    if part in (0, whole):
        return "all" if part else "none"
    share = Fraction(part, whole)
    if share > Fraction(999, 1000):
        return "over 99.9 %"
    if share >= Fraction(1, 10_000):
        return f"{float(100 * share):.3g} %"
    digits, _, power = f"{float(1 / share):.1e}".partition("e")
    return f"1 in {digits} × 10^{int(power)}"


def count_text(count: int) -> str:
    """Return a count as it is, or as a power of ten where nobody would read its digits.

    Args:
        count: how many.

    Examples:
        >>> count_text(12_345), count_text(899_527_813_898_058)
        ('12,345', '9.0 × 10^14')
    """
    if count < 10**9:
        return f"{count:,}"
    digits, _, power = f"{Decimal(count):.1e}".partition("e")
    return f"{digits} × 10^{int(power)}"
