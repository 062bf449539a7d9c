"""The safety block: asked first, never scored, never stored."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel

from nocontact.facts.answer_ids import DangerSign, Tie
from nocontact.facts.answer_types import SetAnswer, YesNoUnsure
from nocontact.facts.asked import asked, asked_set


class SafetyQuestions(BaseModel):
    """What must be known before any step is named (safety addendum SA01 to SA14).

    Every sign counts by itself; no total is ever made. What is not answered is never read
    as "no" (SA22).

    Examples:
        >>> SafetyQuestions().danger_signs
        'unknown'
    """

    now_unsafe: YesNoUnsure = asked(
        "Are you, or is anyone with you, in danger right now?",
        words={
            "no": "No, not right now",
            "unsure": "I am not sure",
            "yes": "Yes, right now",
        },
        source=("SA01",),
        change="not_theirs",
        block="safety",
        short=1,
    )
    self_harm_thoughts: Literal["no", "rather_not_say", "yes", "unknown"] = asked(
        "Are you having thoughts of ending your life or hurting yourself?",
        words={"no": "No", "rather_not_say": "I would rather not say", "yes": "Yes"},
        source=("SA09",),
        change="not_theirs",
        block="safety",
        short=2,
    )
    danger_signs: SetAnswer[DangerSign] = asked_set(
        "Has your partner ever done any of these?",
        words={
            "hit_or_hurt": "Hit you or hurt your body",
            "choked": "Choked you, or put hands around your neck",
            "threat_to_kill_or_weapon": "Threatened to kill, or used or threatened a weapon",
            "threatened_harm": "Threatened to harm you or someone close to you",
            "forced_sex": "Made you have sex when you did not want to",
            "followed_or_tracked": "Followed you, watched you or tracked where you are",
            "controls_daily_life": "Controlled most of your day: who you see, your phone, money",
            "threatened_children_or_pets": "Threatened children or pets",
            "getting_worse": "It is getting worse or happens more often",
            "none": "None of these",
            "rather_not_say": "I would rather not say",
        },
        source=("SA01", "SA02", "SA14"),
        change="not_theirs",
        block="safety",
        short=3,
    )
    children_at_risk: YesNoUnsure = asked(
        "Is a child being hurt or scared by them?",
        words={
            "no": "No, or there are no children",
            "unsure": "I am not sure",
            "yes": "Yes, hurt or scared",
        },
        source=(6, "SA01", "SA07"),
        change="not_theirs",
        block="safety",
    )
    partner_self_harm_threat: YesNoUnsure = asked(
        "Have they said they may hurt themselves if you leave?",
        words={"no": "No", "unsure": "They hint at it; I am not sure", "yes": "Yes"},
        source=("SA08",),
        change="not_theirs",
        block="safety",
    )
    private_device: YesNoUnsure = asked(
        "Can you use this phone or computer without your partner seeing?",
        words={
            "no": "No, they can see or open it",
            "unsure": "I am not sure",
            "yes": "Yes, only I can open it",
        },
        source=("SA06",),
        block="safety",
        short=4,
    )
    must_stay_in_touch: SetAnswer[Tie] = asked_set(
        "Is there something you must stay in touch about?",
        words={
            "children": "Children we both look after",
            "court_or_legal": "A court case or something legal",
            "shared_home": "A home we still share",
            "work_or_school": "Work or school",
            "money_or_papers": "Money, bills or papers",
            "caring": "Someone, or a pet, that we both care for",
            "none": "None of these",
        },
        source=("SA07",),
        change="not_theirs",
        block="safety",
        short=5,
    )
    court_order: Literal["none", "protects_me", "limits_me", "both_or_unsure", "unknown"] = asked(
        "Is there a court order about contact?",
        words={
            "none": "No order",
            "protects_me": "Yes, it tells them to stay away",
            "limits_me": "Yes, it tells me to stay away",
            "both_or_unsure": "It binds both of us, or I am not sure",
        },
        source=("SA05",),
        change="not_theirs",
        block="safety",
        ordered=False,
    )
    age_group: Literal["under_18", "adult", "unknown"] = asked(
        "How old are you?",
        words={"under_18": "Under 18", "adult": "18 or older"},
        source=("SA10",),
        change="not_theirs",
        block="safety",
        ordered=False,
    )
