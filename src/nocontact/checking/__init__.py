"""What is wrong across files, found before anything runs; and the type that engines accept."""

from nocontact.checking.check_rulebook import CHECKS, check_rulebook
from nocontact.checking.reading_grade import reading_grade

__all__ = ["CHECKS", "check_rulebook", "reading_grade"]
