"""The members of the sets, the channels and their levels, by id."""

from __future__ import annotations

from typing import Literal, TypeAlias

DangerSign: TypeAlias = Literal[
    "hit_or_hurt",
    "choked",
    "threat_to_kill_or_weapon",
    "threatened_harm",
    "forced_sex",
    "followed_or_tracked",
    "controls_daily_life",
    "threatened_children_or_pets",
    "getting_worse",
    "none",
    "rather_not_say",
]
Tie: TypeAlias = Literal[
    "children", "court_or_legal", "shared_home", "work_or_school", "money_or_papers", "caring",
    "none",
]  # fmt: skip
Aim: TypeAlias = Literal[
    "heal", "space", "safety", "protect_children", "move_on",
    "vent_anger", "punish", "manipulate", "make_statement", "defend_principle",
    "be_appreciated", "force_to_listen", "win_back",
]  # fmt: skip
Channel: TypeAlias = Literal["email", "phone", "social", "in_person", "home", "friends", "work"]
Pull: TypeAlias = Literal["not_used", "can_leave_it", "sometimes_look", "always_look"]
State: TypeAlias = Literal[
    "low_most_days", "going_over_it", "very_anxious", "not_sleeping_or_eating",
    "more_alcohol_or_drugs", "cannot_work", "lonely_or_empty", "none",
]  # fmt: skip
Support: TypeAlias = Literal["trusted_person", "professional", "group", "none"]
