"""The one obvious flow from a person's answers to an explained recommendation."""

from nocontact.recommendation.compare import compare
from nocontact.recommendation.prove import prove
from nocontact.recommendation.recommend import recommend
from nocontact.recommendation.recommendation import Recommendation
from nocontact.recommendation.recommendation_to_document import (
    AUDIENCES,
    DETAILS,
    Audience,
    Detail,
)
from nocontact.recommendation.replaying import replay
from nocontact.recommendation.resources import Resource, ResourceDirectory
from nocontact.recommendation.resources_from_yaml import resources_from_yaml
from nocontact.recommendation.rulebook_loading import Rulebook, check
from nocontact.recommendation.step import Note, Purpose, Step

__all__ = [
    "AUDIENCES", "DETAILS", "Audience", "Detail", "Note", "Purpose", "Recommendation", "Resource",
    "ResourceDirectory", "Rulebook", "Step", "check", "compare", "prove",
    "recommend", "replay", "resources_from_yaml",
]  # fmt: skip
