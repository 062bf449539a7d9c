"""The article block: ready or not, what it is for, how hard it is, what the partner does."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel

from nocontact.facts.answer_ids import Aim, Channel, Pull, State, Support
from nocontact.facts.answer_types import (
    MapAnswer,
    SetAnswer,
    StepsAnswer,
    StepsWithAims,
    YesNo,
    YesNoUnsure,
)
from nocontact.facts.asked import asked, asked_map, asked_set, asked_steps


class ArticleQuestions(BaseModel):
    """What the method of the article asks, in the order of its paragraphs 4 to 46.

    Examples:
        >>> ArticleQuestions().commitment
        'unknown'
    """

    who_ended: Literal["me", "partner", "both", "not_decided", "unknown"] = asked(
        "Who decided it should end?",
        words={
            "me": "I did",
            "partner": "They did",
            "both": "Both of us",
            "not_decided": "Nobody has decided yet",
        },
        source=(9, 10),
        change="not_theirs",
        ordered=False,
        short=6,
    )
    commitment: Literal["testing", "leaning", "committed", "unknown"] = asked(
        "How sure are you that leaving is right for you?",
        words={
            "testing": "I want to see what happens",
            "leaning": "I think so, but I go back and forth",
            "committed": "I have decided and I am acting on it",
        },
        source=(9, 20, 40),
        short=7,
    )
    acceptance: Literal["not_yet", "partly", "mostly", "unknown"] = asked(
        "Is your main task now to get over this?",
        words={
            "not_yet": "Not yet: I am still working on us",
            "partly": "In part: some days on us, some days on me",
            "mostly": "Mostly: I am working on my own life",
        },
        source=(10,),
    )
    understands_purpose: YesNoUnsure = asked(
        "What is this time apart for?",
        words={
            "no": "To show them how it feels, or to make them miss me",
            "unsure": "I am not sure",
            "yes": "To help me heal",
        },
        source=(4, 46),
    )
    aims: SetAnswer[Aim] = asked_set(
        "What do you want this step to do?",
        words={
            "heal": "Help me heal",
            "space": "Give me space",
            "safety": "Keep me from harm",
            "protect_children": "Keep my children from harm",
            "move_on": "Help me move on",
            "vent_anger": "Let my anger out",
            "punish": "Make them feel what they did",
            "manipulate": "Get them to change",
            "make_statement": "Send them a message",
            "defend_principle": "Stand on a principle",
            "be_appreciated": "Be valued at last",
            "force_to_listen": "Make them listen",
            "win_back": "Win them back",
        },
        source=(13, 23),
        short=8,
    )
    hope: Literal["none", "some", "strong", "unknown"] = asked(
        "Do you hope you may get back together?",
        words={"none": "No", "some": "Now and then", "strong": "Most days"},
        source=(20,),
        short=9,
    )
    unsure: Literal["none", "some", "strong", "unknown"] = asked(
        "Do you have doubts that this should be for good?",
        words={
            "none": "No, I am sure",
            "some": "Some doubts, now and then",
            "strong": "Big doubts, most days",
        },
        source=(20,),
    )
    relieved_if_it_fails: YesNoUnsure = asked(
        "If you were back in touch next week, would part of you be glad?",
        words={"no": "No", "unsure": "I am not sure", "yes": "Yes, part of me would"},
        source=(20,),
        short=10,
    )
    putting_off: YesNo = asked(
        "Is there a clear step that you keep finding reasons not to take?",
        words={"no": "No", "yes": "Yes"},
        source=(20,),
    )
    wellness_priority: Literal["low", "middle", "high", "unknown"] = asked(
        "How high is getting well on your list this week?",
        words={
            "low": "Low: below keeping the peace with them",
            "middle": "In the middle: some days it comes first",
            "high": "High: I make time for it most days",
        },
        source=(20,),
    )
    pull: MapAnswer[Channel, Pull] = asked_map(
        "When they write or turn up, can you leave it be?",
        channels={
            "email": "By e-mail",
            "phone": "By phone or text",
            "social": "On social media",
            "in_person": "When you meet",
            "home": "At home",
            "friends": "Through friends",
            "work": "At work or school",
        },
        levels={
            "not_used": "We do not use this",
            "can_leave_it": "I can leave it be",
            "sometimes_look": "I look now and then",
            "always_look": "I look within the hour, or I check for it",
        },
        source=(28, 30),
        short=11,
    )
    reach_out: Literal["never", "sometimes", "often", "unknown"] = asked(
        "How often do you start the contact, or check their page?",
        words={"never": "Not this month", "sometimes": "About once a week", "often": "Most days"},
        source=(2, 15),
        short=12,
    )
    mind_time: Literal["little", "some_of_day", "most_of_day", "unknown"] = asked(
        "How much of the day are they on your mind?",
        words={
            "little": "A little",
            "some_of_day": "Some of the day",
            "most_of_day": "Most of the day",
        },
        source=(15, 41),
        short=13,
    )
    times_gone_back: Literal["0", "1", "2", "3+", "unknown"] = asked(
        "How many times have you gone back before?",
        words={"0": "Never", "1": "Once", "2": "Twice", "3+": "Three times or more"},
        source=(2, 25),
        change="one_way",
        short=14,
    )
    life_overlap: Literal["separate", "some", "most", "unknown"] = asked(
        "How much of your daily life runs through them: home, money, friends, work?",
        words={
            "separate": "We live separate lives",
            "some": "One or two of these",
            "most": "Most of these",
        },
        source=(6, 15, 45),
    )
    partner_space: Literal[
        "gives_space", "comes_and_goes", "keeps_trying", "getting_stronger", "unknown"
    ] = asked(
        "What does your partner do now?",
        words={
            "gives_space": "No contact for a while, or only what we agreed",
            "comes_and_goes": "Gets in touch now and then",
            "keeps_trying": "Tries most days, though I asked them not to",
            "getting_stronger": "Tries more often, in new ways, or turns up",
        },
        source=(24, 37),
        change="not_theirs",
        short=15,
    )
    knows_calming_words: YesNoUnsure = asked(
        "Do you know something calm and true you could say that makes them step back?",
        words={"no": "No", "unsure": "I am not sure", "yes": "Yes"},
        source=(18, 37),
    )
    calm_steps: Literal["not_yet", "helping", "did_not_help", "unknown"] = asked(
        "Have you tried a calm step to make them step back? How did it go?",
        words={
            "not_yet": "I have not tried one yet",
            "helping": "I tried, and it is helping",
            "did_not_help": "I tried, and it did not help",
        },
        source=(37,),
        change="one_way",
        ordered=False,
    )
    how_i_am: SetAnswer[State] = asked_set(
        "How have you been these days?",
        words={
            "low_most_days": "Low most days",
            "going_over_it": "Going over it again and again",
            "very_anxious": "Very anxious",
            "not_sleeping_or_eating": "Not sleeping or not eating",
            "more_alcohol_or_drugs": "Using more alcohol or drugs",
            "cannot_work": "Not able to work or study",
            "lonely_or_empty": "Lonely or empty",
            "none": "None of these",
        },
        source=(41, 42, 43, 44, 45),
        change="not_theirs",
        short=16,
    )
    close_to_going_back: YesNo = asked(
        "Are you close to going back because it hurts?",
        words={"no": "No", "yes": "Yes"},
        source=(42,),
    )
    support: SetAnswer[Support] = asked_set(
        "Who can you lean on?",
        words={
            "trusted_person": "A person I trust",
            "professional": "A doctor, counsellor or advocate",
            "group": "A group",
            "none": "No one right now",
        },
        source=(41, 44),
        short=17,
    )
    considering: StepsWithAims[Aim] = asked_steps(
        "Is there a step you are thinking of? What is it for?",
        with_aims=True,
        source=(31, 36),
    )
    in_place: StepsAnswer = asked_steps(
        "Which steps have you already taken?",
        source=(30, 35),
    )
