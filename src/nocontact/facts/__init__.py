"""What may be known: the questions, their answers, the flat facts, the tactics.

`Scenario` has every question of the interview with its plain words, paragraph and "who can
change it" mark; it is made from `rules/questions.yaml`. Rules and engines are unknown here.
"""

from nocontact.facts.answer_types import MapAnswer, SetAnswer, StepsAnswer, Unknown
from nocontact.facts.answers import Answers
from nocontact.facts.answers_class import answers_class
from nocontact.facts.asked import asked, asked_map, asked_set, asked_steps
from nocontact.facts.fact import UNKNOWN, Change, Fact
from nocontact.facts.flattening import flatten
from nocontact.facts.frozen_map import FrozenMap
from nocontact.facts.question import Question
from nocontact.facts.question_list import QuestionList
from nocontact.facts.scenario import Scenario
from nocontact.facts.scenario_from_file import scenario_from_path, scenario_from_text
from nocontact.facts.scenario_schema import scenario_schema
from nocontact.facts.tactic import Attribute, Tactic
from nocontact.facts.vocabulary import Vocabulary
from nocontact.facts.well_formed import WellFormed

__all__ = [
    "UNKNOWN",
    "Answers",
    "Attribute",
    "Change",
    "Fact",
    "FrozenMap",
    "MapAnswer",
    "Question",
    "QuestionList",
    "Scenario",
    "SetAnswer",
    "StepsAnswer",
    "Tactic",
    "Unknown",
    "Vocabulary",
    "WellFormed",
    "answers_class",
    "asked",
    "asked_map",
    "asked_set",
    "asked_steps",
    "flatten",
    "scenario_from_path",
    "scenario_from_text",
    "scenario_schema",
]
