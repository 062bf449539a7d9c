"""How hypothesis searches, and what all tests share.

The same cases each time where CI is set, else new ones. Many tests edit one file of the shipped
rules and load them all: the text of the others is read once.
"""

import os
from functools import lru_cache
from importlib import import_module

from hypothesis import settings

settings.register_profile(
    "ci", derandomize=True, deadline=None, print_blob=True, database=None, max_examples=40
)
settings.register_profile("dev", deadline=None)
settings.register_profile("thorough", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev"))

reading = import_module("nocontact.parsing.rulebook_from_texts")
reading.read_yaml = lru_cache(maxsize=500)(reading.read_yaml)  # type: ignore[attr-defined]
