"""Writes rules/schema/*.schema.json from the shipped rules: python docs/_hooks/write_schemas.py"""

import json
from pathlib import Path
from typing import Any

from nocontact.facts import answers_class
from nocontact.facts.answer_types import TACTIC_ID
from nocontact.facts.scenario_schema import scenario_schema
from nocontact.parsing import rulebook_from_texts, texts_of, vocabulary_of
from nocontact.parsing.rule_schemas import rule_schemas

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "rules/schema"
WIDTH = 160
_ID = {"pattern": f"^{TACTIC_ID}$"}


def schemas() -> dict[str, str]:
    """File name → JSON text, for each kind of rule file and for scenarios."""
    parsed, _ = rulebook_from_texts(texts_of(ROOT / "rules"))
    vocabulary = vocabulary_of(parsed)
    found = rule_schemas(parsed, vocabulary)
    tactics = [tactic.id for tactic in parsed.tactics]
    found["scenario"] = _with_tactics(scenario_schema(answers_class(vocabulary)), tactics)
    return {f"{kind}.schema.json": _written(schema) + "\n" for kind, schema in found.items()}


def main() -> None:
    """Write every schema."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in schemas().items():
        (FOLDER / name).write_text(text, "utf-8")


def _with_tactics(node: Any, tactics: list[str]) -> Any:
    """The same schema, with the ids of the catalogue where any id could stand."""
    if isinstance(node, list):
        return [_with_tactics(each, tactics) for each in node]
    if not isinstance(node, dict):
        return node
    if node in (_ID, {"type": "string", **_ID}):
        return {"enum": tactics}
    return {key: _with_tactics(each, tactics) for key, each in node.items()}


def _written(node: Any, indent: int = 0) -> str:
    """JSON text; what fits on one line, and every list of words, stands on one line."""
    flat = json.dumps(node, ensure_ascii=False)
    words = isinstance(node, list) and not any(isinstance(each, dict) for each in node)
    if words or len(flat) + indent <= WIDTH or not isinstance(node, dict | list):
        return flat
    start, end = ("{", "}") if isinstance(node, dict) else ("[", "]")
    entries = node.items() if isinstance(node, dict) else (("", each) for each in node)
    lines = [" " * (indent + 1) + (f"{json.dumps(key)}: " if key else "")
             + _written(each, indent + 1) for key, each in entries]  # fmt: skip
    return f"{start}\n" + ",\n".join(lines) + f"\n{' ' * indent}{end}"


if __name__ == "__main__":
    main()
