"""Proof report → document."""

from __future__ import annotations

from collections.abc import Iterator

from nocontact.display import (
    Block,
    Callout,
    Document,
    Heading,
    InlinesLike,
    Items,
    Paragraph,
    Preformatted,
    Table,
    Text,
)
from nocontact.proof.flat_to_answers import answers_to_yaml
from nocontact.proof.proof_result import Proof, Proved
from nocontact.proof.share_text import count_text, share_text

MARKS = {"held": "holds", "broken": "BROKEN", "not_proved": "not proved"}


def report_to_document(report: Proved) -> Document:
    """Return a proof report as a document: broken promises first, then all of them.

    Examples:
        >>> from nocontact.proof import ProofReport
        >>> broken = Proof("a", "It never falls.", (), "broken", 3)
        >>> shown = report_to_document(ProofReport("mine", "1", "0", 10, (broken,)))
        >>> [row[0][0].text for row in shown.blocks[-1].rows]
        ['BROKEN']
    """
    blocks: list[Block] = [_summary(report)]
    blocks += [block for proof in report.proofs for block in _details(report, proof)]
    rows: list[list[InlinesLike]] = [
        [MARKS[p.verdict], p.says, [Text(p.promise, "code")], _cited(p), f"{p.seconds:.2f}"]
        for p in report.proofs
    ]
    blocks.append(Table(["", "promise", "id", "source", "seconds"], rows))
    return Document(blocks, "Every promise, for every scenario")


def _summary(report: Proved) -> Block:
    held = sum(proof.verdict == "held" for proof in report.proofs)
    lines = [
        f"{held} of {len(report.proofs)} promises hold in all N scenarios.",
        f"N = {count_text(report.scenarios)}",
        f"Rules: {report.name} {report.version}, {report.digest[:12]}. "
        f"{report.nodes:,} nodes, {report.seconds:.2f} s.",
        "A proof is about the rules. It does not say that the advice is right for a person.",
    ]
    if report.held:
        return Callout("info", [Items(lines)], "Proved")
    return Callout("caution", [Items(lines)], "Not all is proved")


def _details(report: Proved, proof: Proof) -> Iterator[Block]:
    if proof.verdict == "held":
        return
    yield Heading(2, f"{MARKS[proof.verdict]}: {proof.promise}")
    yield Paragraph([Text(proof.says, "strong")])
    if proof.why_not:
        yield Paragraph(proof.why_not)
    if proof.counterexample is None:
        return
    broken = proof.broken or 0
    share = share_text(broken, report.scenarios)
    yield Paragraph(f"{count_text(broken)} scenarios break it ({share} of N; this is no share of "
                    "people). The smallest:")  # fmt: skip
    if proof.counterexample.before is not None:
        yield Preformatted(f"# before\n{answers_to_yaml(proof.counterexample.before)}")
        yield Preformatted(f"# after\n{answers_to_yaml(proof.counterexample.answers)}")
    else:
        yield Preformatted(answers_to_yaml(proof.counterexample.answers))
    if proof.rules:
        yield Paragraph("Rules that take part:")
        yield Items([[Text(rule, "code")] for rule in proof.rules])


def _cited(proof: Proof) -> str:
    return ", ".join(f"¶{each}" if isinstance(each, int) else each for each in proof.sources)
