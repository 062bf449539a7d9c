"""What twenty people read when they ask why: said in words, kind, once, and not too long."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise, product
from pathlib import Path

import pytest

from nocontact import Recommendation, Rulebook, Scenario, recommend
from nocontact.checking.reading_grade import reading_grade
from nocontact.checking.words import said_of
from nocontact.display import (
    Block,
    Callout,
    Details,
    Document,
    Heading,
    Inlines,
    Items,
    Paragraph,
    Tree,
)
from nocontact.display.document_to_text import document_to_text

from .agreement import Story, stories
from .explained import explanations

BANNED = Rulebook.load().metadata.banned_words
TOLD = stories()[::5]
ROOT = Path(__file__).parents[2]
MOST_LINES = {"why": 120, "why_not": 120, "enough": 60, "unless": 120, "ask": 100}
"""How long each kind may be, unfolded, in lines of 88 columns."""

MOST_FOLDED = 85
"""How long each may be at first, with what is folded left folded."""

EASY_GRADE = 6.0

_ID = re.compile(r"[a-z0-9]_[a-z0-9]|\{|\}")
_NOT_READ = ("code", "citation")


@cache
def _answered() -> dict[str, Recommendation]:
    return {story.id: recommend(Scenario(**story.given)) for story in TOLD}


def _all(story: Story) -> Iterator[tuple[str, Document]]:
    for name, explanation in explanations(_answered()[story.id]):
        yield name, explanation.to_document()


each_story = pytest.mark.parametrize("story", TOLD, ids=lambda story: story.id)


@each_story
def test_every_explanation_says_something(story: Story) -> None:
    """Each kind is there, has a title, and says something."""
    found = dict(_all(story))
    kinds = {name.split()[0] for name in found}
    assert kinds == set(MOST_LINES)
    for name, document in found.items():
        assert document.title, name
        assert any(text.strip() for text in _texts(document)), name


@each_story
def test_no_ids_where_words_belong(story: Story) -> None:
    """Names of rules and needs stand apart; nothing else shows a name or an empty blank."""
    for name, document in _all(story):
        for text in _texts(document):
            assert not _ID.search(text), f"{name}: {text}"


@each_story
def test_nothing_is_said_twice_in_a_row(story: Story) -> None:
    """No line stands right after the same line, whatever signs are drawn before it."""
    for name, document in _all(story):
        lines = [line.strip(" ├└─│▾•┃") for line in _lines(document)]
        for above, below in pairwise(line for line in lines if line):
            assert above != below, f"{name}: {above}"


@each_story
def test_no_words_that_hurt(story: Story) -> None:
    """No word that blames, labels or promises."""
    for name, document in _all(story):
        for text in _texts(document):
            assert not said_of(BANNED, text), f"{name}: {text}"


@each_story
def test_not_too_long(story: Story) -> None:
    """No wall of text, and a short one at first."""
    for name, document in _all(story):
        assert len(_lines(document)) <= MOST_LINES[name.split()[0]], name
        assert len(_lines(document, folded=True)) <= MOST_FOLDED, name


@each_story
def test_it_can_be_read_after_six_years_of_school(story: Story) -> None:
    """What is said as a whole reads at grade 6 at most; no sentence passes 8 (NC302)."""
    for name, document in _all(story):
        whole = ". ".join(text.strip(" .") for text in _texts(document))
        assert reading_grade(whole) <= EASY_GRADE, f"{name}: {reading_grade(whole):.1f}"


def test_no_hint_to_say_less() -> None:
    """Where safety or getting steady comes first, nothing shows what to say to be rid of it."""
    first = ("safety_first", "stabilise_first")
    frail = [rec for rec in _answered().values() if rec.standing in first]
    assert frail
    for rec, part in product(frail, ("standing", "help")):
        said = " ".join(rec.unless(part).to_text().split())
        assert "Then: You can take steps now" not in said
        assert "Then: First find out" not in said
        assert "Then: First look at" not in said
        assert "If this were not so" not in said


def test_the_script_writes_one_file(tmp_path: Path) -> None:
    """The stories named are in it, each with all its explanations; without a file it says how."""
    target = tmp_path / "explained.md"
    command = [sys.executable, "-m", "tests.stories.explained"]
    subprocess.run([*command, str(target), TOLD[0].id], check=True, cwd=ROOT)
    text = target.read_text("utf-8")
    assert [line for line in text.splitlines() if line.startswith("# case")] == [f"# {TOLD[0].id}"]
    assert text.count("`ask`") == 1
    asked = subprocess.run(command, capture_output=True, check=False, cwd=ROOT)
    assert asked.returncode == 1


def _lines(document: Document, folded: bool = False) -> list[str]:
    return document_to_text(document, width=88, folded=folded).splitlines()


def _texts(document: Document) -> Iterator[str]:
    """Yield every line of a document as it is read, without names and citations."""
    yield document.title
    for line in _all_inlines(document.blocks):
        yield "".join(text.text for text in line if text.role not in _NOT_READ)


def _all_inlines(blocks: tuple[Block, ...]) -> Iterator[Inlines]:
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield block.text
            case Tree():
                yield block.label
                yield from _all_inlines(block.children)
            case Items():
                for item in block.items:
                    yield item.text
                    yield from _all_inlines(item.blocks)
            case Details():
                yield block.summary
                yield from _all_inlines(block.blocks)
            case Callout():
                yield from _all_inlines(block.blocks)
