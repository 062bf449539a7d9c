"""The site has a place for every public name and every page; the table of rules is current."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import api_pages
import rulebook_pages
import rules_readme

import nocontact

ROOT = Path(__file__).resolve().parents[2]
DIAGNOSIS = re.compile(r"borderline|\bBPD\b|co-?dependen|narcissis|psychopath|bipolar", re.I)
PROVENANCE = "It was written for partners of people with borderline"


def test_every_public_name_has_a_place_in_the_api() -> None:
    text = "\n".join(page.text for page in api_pages.pages(ROOT))
    missing = [name for name in nocontact.__all__ if f"[`{name}`]" not in text]
    assert not missing


def test_every_room_and_public_type_is_in_the_glossary() -> None:
    text = (ROOT / "docs/glossary.md").read_text("utf-8")
    rooms = {Path(page.uri).stem for page in api_pages.pages(ROOT)} - {"index"}
    types = {name for name in nocontact.__all__ if name[0].isupper()}
    missing = {name for name in rooms | types if f"`{name}`" not in text}
    assert not missing


def test_the_table_in_the_rules_folder_is_current() -> None:
    readme = (ROOT / "rules/README.md").read_text("utf-8")
    assert readme == rules_readme.readme_with_table(ROOT), "run docs/_hooks/rules_readme.py"


def test_the_rule_shown_in_the_rules_folder_is_in_its_file() -> None:
    readme = (ROOT / "rules/README.md").read_text("utf-8")
    shown = re.findall(r"^```yaml\n(.*?)^```", readme, re.M | re.S)
    wall = dedent((ROOT / "rules/wall.yaml").read_text("utf-8").partition("rules:\n")[2])
    assert shown and all(rule in wall for rule in shown)


def test_every_decision_has_a_page_with_all_its_rules() -> None:
    pages = {page.uri: page.text for page in rulebook_pages.pages(ROOT)}
    rulebase = nocontact.Rulebook.load()
    for rule in rulebase.rules:
        assert f"### {rule.id} " in pages[f"rulebook/{rule.decision}.md"]


def test_every_tactic_promise_and_source_has_its_place() -> None:
    pages = {page.title: page.text for page in rulebook_pages.pages(ROOT)}
    rulebase = nocontact.Rulebook.load()
    assert all(f'id="{name}"' in pages["Tactics"] for name in rulebase.tactics)
    assert all(f"## {each.id} " in pages["Promises"] for each in rulebase.parsed.promises)
    assert all(f"### {name}: " in pages["Sources"] for name in rulebase.sources.entries)


def test_every_decision_record_is_listed() -> None:
    folder = ROOT / "docs/decisions"
    listed = (folder / "index.md").read_text("utf-8")
    assert all(f"({path.name})" in listed for path in folder.glob("0*.md"))


def test_diagnoses_are_named_only_where_the_article_is_described() -> None:
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "rules/README.md"):
        lines = path.read_text("utf-8").splitlines()
        named = [line for line in lines if DIAGNOSIS.search(line) and PROVENANCE not in line]
        assert not named, path.name
