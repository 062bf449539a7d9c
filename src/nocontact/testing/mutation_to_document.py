"""Mutation report → document, and → JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from nocontact.display import (
    Block,
    Callout,
    Details,
    Document,
    Heading,
    Item,
    Items,
    Paragraph,
    Preformatted,
    Table,
    Text,
    inlines,
    json_text,
)
from nocontact.proof.share_text import share_text

if TYPE_CHECKING:
    from nocontact.testing.mutation_report import MutantResult, MutationReport

SCHEMA = "nocontact.mutation/1"
NOT_OF_PEOPLE = "These are shares of combinations of answers. They are not shares of people."
HEADERS = ("decision", "mutants", "killed", "equivalent", "survived")


def mutation_to_document(report: MutationReport) -> Document:
    """Return a mutation report as a document: the score, the survivors, then all decisions.

    Examples:
        >>> from nocontact.testing.mutation_report import MutationReport
        >>> mutation_to_document(MutationReport("mine", "1", "0", 10, 0, ())).title
        'Every small change of every rule'
    """
    blocks: list[Block] = [_summary(report)]
    survivors = report.with_fate("survived")
    if survivors:
        blocks += [Heading(1, "Survived"), Paragraph(
            "No case notices these. Look up in the source what is right, then add the case. "
            f"{NOT_OF_PEOPLE}")]  # fmt: skip
    blocks += [block for each in survivors for block in _survivor(each, report.scenarios)]
    rows = [[name, *_numbers(results)] for name, results in report.by_decision()]
    blocks.append(Table(HEADERS, [*rows, ["all", *_numbers(report.results)]]))
    equivalent = report.with_fate("equivalent")
    if equivalent:
        said = "Proved equivalent: no scenario has another recommendation"
        items = [Item([Text(_place(each), "muted"), " ", str(each.mutant)]) for each in equivalent]
        blocks.append(Details(said, [Items(items)]))
    return Document(blocks, "Every small change of every rule")


def mutation_to_json(report: MutationReport) -> str:
    """Return a mutation report as JSON; numbers of scenarios are text, as they are large.

    Examples:
        >>> import json
        >>> from nocontact.testing.mutation_report import MutationReport
        >>> json.loads(mutation_to_json(MutationReport("mine", "1", "0", 10, 0, ())))["score"]
        1.0
    """
    data = {
        "schema": SCHEMA,
        "rulebook": {"name": report.name, "version": report.version, "digest": report.digest},
        "scenarios": str(report.scenarios),
        "cases": report.cases,
        "score": report.score,
        **{fate: len(report.with_fate(fate)) for fate in ("killed", "equivalent", "survived")},
        "about_shares": NOT_OF_PEOPLE,
        "mutants": [_data(each) for each in report.results],
    }
    return json_text(data)


def _summary(report: MutationReport) -> Block:
    killed, equivalent = len(report.with_fate("killed")), len(report.with_fate("equivalent"))
    all_of_them, left = len(report.results), len(report.with_fate("survived"))
    lines = [
        f"{_percent(report.score)} of {all_of_them:,} mutants are killed or proved equivalent.",
        f"{killed:,} killed (cases: {report.cases:,}), {equivalent:,} proved equivalent over "
        f"N = {report.scenarios:,} scenarios, {left:,} survived.",
        f"Rules: {report.name} {report.version}, {report.digest[:12]}. {report.seconds:.0f} s.",
    ]
    return Callout("info" if report.complete else "caution", [Items(lines)], "Mutation score")


def _survivor(result: MutantResult, scenarios: int) -> Iterator[Block]:
    share = share_text(result.differs, scenarios)
    yield Heading(2, inlines(Text(_place(result), "muted"), " ", result.mutant.rule))
    yield Paragraph(f"{result.mutant.change.capitalize()}: {result.mutant.says}.")
    yield Paragraph(f"The answer is another one in {result.differs:,} of {scenarios:,} scenarios "
                    f"({share}). The smallest, as a case:")  # fmt: skip
    yield Preformatted(result.ready_case.rstrip())


def _numbers(results: Sequence[MutantResult]) -> list[str]:
    fates = [result.fate for result in results]
    counts = (fates.count("killed"), fates.count("equivalent"), fates.count("survived"))
    return [str(len(fates)), *map(str, counts)]


def _place(result: MutantResult) -> str:
    span = result.mutant.span
    return f"{span.file}:{span.line}" if span else ""


def _percent(share: float) -> str:
    """Return a share; never rounded up to 100 %."""
    return "100 %" if share == 1 else f"{min(100 * share, 99.9):.1f} %"


def _data(result: MutantResult) -> dict[str, Any]:
    mutant = result.mutant
    return {
        "rule": mutant.rule,
        "decision": mutant.decision,
        "place": _place(result),
        "change": mutant.change,
        "says": mutant.says,
        "fate": result.fate,
        "killer": result.killer,
        "differs": str(result.differs) if result.fate == "survived" else None,
        "ready_case": result.ready_case,
    }
