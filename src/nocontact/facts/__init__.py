"""What may be known: the questions, their answers, the flat facts, the tactics.

This room knows the subject: every question of the interview with its plain words, paragraph
and "who can change it" mark. It knows nothing of rules or engines.
"""

from nocontact.facts.answer_types import MapAnswer, SetAnswer, StepsAnswer, Unknown
from nocontact.facts.asked import asked, asked_map, asked_set, asked_steps
from nocontact.facts.fact import UNKNOWN, Change, Fact
from nocontact.facts.flattening import flatten
from nocontact.facts.frozen_map import FrozenMap
from nocontact.facts.question import Question
from nocontact.facts.scenario import Scenario
from nocontact.facts.scenario_from_file import scenario_from_path, scenario_from_text
from nocontact.facts.scenario_schema import scenario_schema
from nocontact.facts.tactic import ATTRIBUTES, MANY_VALUED, WALL_LEVELS, Attribute, Tactic
from nocontact.facts.vocabulary import Vocabulary
from nocontact.facts.well_formed import WellFormed

__all__ = [
    "ATTRIBUTES",
    "MANY_VALUED",
    "UNKNOWN",
    "WALL_LEVELS",
    "Attribute",
    "Change",
    "Fact",
    "FrozenMap",
    "MapAnswer",
    "Question",
    "Scenario",
    "SetAnswer",
    "StepsAnswer",
    "Tactic",
    "Unknown",
    "Vocabulary",
    "WellFormed",
    "asked",
    "asked_map",
    "asked_set",
    "asked_steps",
    "flatten",
    "scenario_from_path",
    "scenario_from_text",
    "scenario_schema",
]
