"""Writes rules/schema/*.schema.json from the shipped rules: python docs/_hooks/write_schemas.py"""

from pathlib import Path

from nocontact.parsing import rulebook_from_texts, texts_of, vocabulary_of
from nocontact.parsing.rule_schemas import SCHEMAS, schema_files, schema_text
from nocontact.recommendation.recommendation_schema import recommendation_schema

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "rules" / SCHEMAS


def schemas() -> dict[str, str]:
    """File name → JSON text, for each kind of rule file, for scenarios and for recommendations."""
    parsed, _ = rulebook_from_texts(texts_of(ROOT / "rules"))
    answer = {"recommendation.schema.json": schema_text(recommendation_schema()) + "\n"}
    return schema_files(parsed, vocabulary_of(parsed)) | answer


def main() -> None:
    """Write every schema."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in schemas().items():
        (FOLDER / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
