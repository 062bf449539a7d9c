"""The one obvious flow from a person's answers to an explained recommendation."""

from nocontact.recommendation.recommend import recommend
from nocontact.recommendation.recommendation import Recommendation
from nocontact.recommendation.replaying import replay
from nocontact.recommendation.rulebook_loading import Rulebook, check
from nocontact.recommendation.step import Note, Purpose, Step

__all__ = [
    "Note", "Purpose", "Recommendation", "Rulebook", "Step", "check", "recommend", "replay",
]  # fmt: skip
