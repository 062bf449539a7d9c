"""YAML text ↔ rulebook as written. Files say the direction; nothing is checked across files."""

from nocontact.parsing.condition_from_yaml import condition_from_yaml
from nocontact.parsing.condition_to_yaml import condition_to_yaml
from nocontact.parsing.reading import Reading
from nocontact.parsing.rulebook_from_texts import digest_of, rulebook_from_texts
from nocontact.parsing.rules_folder import shipped_rules, texts_and_problems, texts_of
from nocontact.parsing.vocabulary_of import vocabulary_of

__all__ = [
    "Reading", "condition_from_yaml", "condition_to_yaml", "digest_of", "rulebook_from_texts",
    "shipped_rules", "texts_and_problems", "texts_of",
    "vocabulary_of",
]  # fmt: skip
