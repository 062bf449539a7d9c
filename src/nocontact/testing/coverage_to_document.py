"""Coverage report → document, and → JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from nocontact.display import Block, Callout, Document, Heading, Item, Items, Table, Text, json_text
from nocontact.testing.covered import Covered, FileCoverage, share_seen

if TYPE_CHECKING:
    from nocontact.testing.coverage_report import CoverageReport

SCHEMA = "nocontact.coverage/1"
HEADERS = ("file", "rules", "conditions", "open", "covered", "lines")


def coverage_to_document(report: CoverageReport) -> Document:
    """Return a coverage report as a document: one row for each file, then what is open.

    Examples:
        >>> from nocontact.testing.coverage_report import CoverageReport
        >>> coverage_to_document(CoverageReport("mine", "1", "0", 0, ())).title
        'What the cases have seen of the rules'
    """
    rows = [_row(file) for file in report.files]
    rules, conditions = tuple(report.rules), tuple(report.conditions)
    everything = FileCoverage("all", rules, conditions)
    rows.append([*_row(everything)[:-1], ""])
    blocks: list[Block] = [_summary(report), Table(HEADERS, rows)]
    for file in report.files:
        if file.gaps:
            blocks += [Heading(1, file.file), Items([_gap(each) for each in file.gaps])]
    return Document(blocks, "What the cases have seen of the rules")


def coverage_to_json(report: CoverageReport) -> str:
    """Return a coverage report as JSON.

    Examples:
        >>> import json
        >>> from nocontact.testing.coverage_report import CoverageReport
        >>> json.loads(coverage_to_json(CoverageReport("mine", "1", "0", 0, ())))["covered"]
        1.0
    """
    data = {
        "schema": SCHEMA,
        "rulebook": {"name": report.name, "version": report.version, "digest": report.digest},
        "cases": report.cases,
        "covered": report.share,
        "rules_covered": share_seen(report.rules),
        "conditions_covered": share_seen(report.conditions),
        "files": [_file(file) for file in report.files],
    }
    return json_text(data)


def percent(share: float) -> str:
    """Return a share in percent, never rounded up to 100.

    Examples:
        >>> percent(1.0), percent(0.99999), percent(0.5)
        ('100 %', '99.9 %', '50.0 %')
    """
    return "100 %" if share == 1 else f"{min(100 * share, 99.9):.1f} %"


def _summary(report: CoverageReport) -> Block:
    rules, conditions = share_seen(report.rules), share_seen(report.conditions)
    lines = [
        f"{percent(report.share)} covered (cases: {report.cases:,}): "
        f"rules {percent(rules)}, conditions {percent(conditions)}.",
        "A rule is covered when it was seen to fire and seen not to fire; a condition when it "
        "was seen true and seen false. What no scenario can show is proved so, and not counted.",
        f"Rules: {report.name} {report.version}, {report.digest[:12]}.",
    ]
    return Callout("info" if report.share == 1 else "caution", [Items(lines)], "Coverage")


def _row(file: FileCoverage) -> list[str]:
    return [
        file.file,
        str(len(file.rules)),
        str(len(file.conditions)),
        str(sum(len(each.gaps) for each in file.gaps)),
        percent(file.share),
        ", ".join(_lines(file.gaps)),
    ]


def _lines(gaps: Sequence[Covered]) -> Iterator[str]:
    """Yield the lines with something open, each once, in order."""
    yield from dict.fromkeys(str(each.span.line) for each in gaps if each.span)


def _gap(covered: Covered) -> Item:
    never = " and never ".join(covered.gaps)
    line = f"{covered.span.line}: " if covered.span else ""
    what = [", ", Text(covered.part, "code")] if covered.part else [""]
    return Item([f"{line}{covered.rule}", *what, f": never {never}"])


def _file(file: FileCoverage) -> dict[str, Any]:
    return {
        "file": file.file,
        "rules": len(file.rules),
        "conditions": len(file.conditions),
        "covered": file.share,
        "open": [
            {
                "line": each.span.line if each.span else None,
                "rule": each.rule,
                "condition": each.part,
                "never": list(each.gaps),
            }
            for each in file.gaps
        ],
    }
