"""Where each claim of the article went, and who cites each of its paragraphs.

Run `python tests/house/test_claims_and_paragraphs.py` to read both tables.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from nocontact import Rulebook
from nocontact.diagnostics import plain, read_yaml
from nocontact.rulebook import Cited
from nocontact.rulebook.engine_words import engine_words
from nocontact.testing.cases import cases_from_folder

HERE = Path(__file__).parent
RULEBOOK = Rulebook.load()
CLAIMS = RULEBOOK.sources.claims
CASES, _ = cases_from_folder(HERE.parent / "cases")
CITING = ("rule", "tactic", "need", "promise", "question")
KINDS = ("case", *CITING, "note", "text", "source", "excluded")
HEADINGS = 8
"""Paragraphs that assert nothing on their own: headings and lead-ins."""


def _destinations() -> dict[str, dict[str, Any]]:
    node, problems = read_yaml((HERE / "claim_destinations.yaml").read_text("utf-8"), "claims")
    assert node is not None and not problems, problems
    found: dict[str, dict[str, Any]] = plain(node)["destinations"]
    return found


DESTINATIONS = _destinations()


def _citing() -> Mapping[str, Mapping[str, Collection[Cited]]]:
    """Return kind → id → what it cites."""
    policy = RULEBOOK.policy
    assert policy.barriers is not None and policy.limit is not None
    needs = {need.id: need.sources for need in policy.needs}
    needs |= {"barriers": policy.barriers.sources, "limit": policy.limit.sources}
    return {
        "rule": {rule.id: rule.sources for rule in RULEBOOK.rules},
        "tactic": {tactic.id: tactic.source for tactic in RULEBOOK.tactics.values()},
        "need": needs,
        "promise": {promise.id: promise.sources for promise in RULEBOOK.promises},
        "question": {q.name: q.source for q in RULEBOOK.vocabulary.questions()},
    }


CITATIONS = _citing()


def _known() -> Mapping[str, Collection[str]]:
    findings = (name for name in RULEBOOK.findings if name.startswith("notes."))
    return {
        **CITATIONS,
        "note": {name.removeprefix("notes.") for name in findings},
        "text": {**engine_words(), **RULEBOOK.parsed.messages["en"]},
        "source": RULEBOOK.sources.entries,
    }


KNOWN = _known()


def _cases_of(claim: str) -> list[bool]:
    """Return, for each case of a claim, whether the article speaks alone in it."""
    return [case.article_only for case in CASES if claim in case.claims]


def _limited(claim: str) -> bool:
    """Whether a safety entry limits this claim in particular (one limits them all: minors)."""
    entries = RULEBOOK.sources.entries.values()
    return any(claim in each.limits and len(each.limits) < len(CLAIMS) for each in entries)


def test_every_claim_has_a_destination_and_nothing_else_has_one() -> None:
    assert list(DESTINATIONS) == list(CLAIMS)
    assert len({claim.rstrip("abcde") for claim in CLAIMS}) == 88
    assert len(CLAIMS) == 96
    assert sum(claim.star for claim in CLAIMS.values()) == 54


def test_no_case_names_a_claim_that_is_not_there() -> None:
    assert {claim for case in CASES for claim in case.claims} <= set(CLAIMS)


@pytest.mark.parametrize("claim", CLAIMS)
def test_the_destination_of_a_claim_is_there(claim: str) -> None:
    went = DESTINATIONS[claim]
    assert went and set(went) <= set(KINDS)
    assert ("case" in went) == bool(_cases_of(claim))
    for kind, names in went.items():
        if kind in KNOWN:
            assert [name for name in names if name not in KNOWN[kind]] == []


@pytest.mark.parametrize("claim", CLAIMS)
def test_the_destination_of_a_claim_cites_one_of_its_paragraphs(claim: str) -> None:
    paragraphs = set(CLAIMS[claim].paragraphs)
    silent = [
        f"{kind} {name}"
        for kind in CITING
        for name in DESTINATIONS[claim].get(kind, ())
        if not paragraphs & set(CITATIONS[kind][name])
    ]
    assert silent == [], f"none of paragraphs {sorted(paragraphs)} is cited"


@pytest.mark.parametrize("claim", [name for name, claim in CLAIMS.items() if claim.star])
def test_a_starred_claim_has_a_golden_case(claim: str) -> None:
    assert _cases_of(claim)


@pytest.mark.parametrize("claim", [n for n, each in CLAIMS.items() if each.star and _limited(n)])
def test_a_starred_claim_that_safety_limits_is_read_both_ways(claim: str) -> None:
    assert set(_cases_of(claim)) == {True, False}


@pytest.mark.parametrize("paragraph", RULEBOOK.sources.paragraphs)
def test_a_paragraph_is_cited_or_excluded_with_a_reason(paragraph: int) -> None:
    excluded = RULEBOOK.sources.excluded.get(paragraph, "")
    assert bool(list(_who_cites(paragraph))) != bool(excluded), "cited and excluded, or neither"


def test_the_article_has_46_paragraphs_of_which_a_few_assert_nothing() -> None:
    assert list(RULEBOOK.sources.paragraphs) == list(range(1, 47))
    assert len(RULEBOOK.sources.excluded) == HEADINGS


def _who_cites(paragraph: int) -> Iterator[str]:
    for kind in ("rule", "tactic", "need", "promise"):
        for name, cited in CITATIONS[kind].items():
            if paragraph in cited:
                yield f"{kind} {name}"


def _tables() -> Iterator[str]:
    for claim, went in DESTINATIONS.items():
        places = (f"{kind} {', '.join(names)}" if isinstance(names, list) else
                  kind if names == "yes" else f"{kind}: {names}"
                  for kind, names in went.items())  # fmt: skip
        yield f"{claim:5}{'*' if CLAIMS[claim].star else ' '} {'; '.join(places)}"
    for paragraph in RULEBOOK.sources.paragraphs:
        excluded = RULEBOOK.sources.excluded.get(paragraph)
        yield f"{paragraph:3}  {excluded or ', '.join(_who_cites(paragraph))}"


if __name__ == "__main__":
    print("\n".join(_tables()))
