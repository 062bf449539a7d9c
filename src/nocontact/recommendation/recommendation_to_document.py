"""Recommendation → document, in layers: the card, more, the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from nocontact.diagnostics.named import unknown_name
from nocontact.display import Block, Details, Document
from nocontact.recommendation.recommendation_card import helper_card, recommendation_card
from nocontact.recommendation.recommendation_record import Record

if TYPE_CHECKING:
    from nocontact.recommendation.recommendation import Recommendation

Detail: TypeAlias = Literal["card", "more", "record", "layers"]
DETAILS: tuple[Detail, ...] = get_args(Detail)
"""How much of a recommendation is shown."""

Audience: TypeAlias = Literal["person", "helper", "reviewer"]
AUDIENCES: tuple[Audience, ...] = get_args(Audience)
"""For whom it is shown."""


def recommendation_to_document(
    recommendation: Recommendation,
    *,
    detail: Detail | None = None,
    audience: Audience = "person",
) -> Document:
    """Return the recommendation as a document, in the layer and for the reader that is asked for.

    In a crisis only crisis help is in it (SA09): no wall, no verdicts, no questions.

    Args:
        recommendation: what to show.
        detail: card, the first screen; more, with it the good and hard sides, what can wait and
            what to expect; record, with all rules, sources, engines and limits, for a reviewer;
            layers, the card with the others folded below. None for what the audience needs.
        audience: person, for whoever it is about; helper, what a helper says and asks; reviewer,
            whoever checks it.

    Raises:
        UnknownName: no such detail or audience (NC808).
        ProofError: when it cannot be worked out what is still open (NC701 to NC703); a document
            without its marks and open questions would look complete.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> rec = recommend(Scenario(), engine="reference")
        >>> recommendation_to_document(rec).title
        'What may help you now'
        >>> recommendation_to_document(rec, detail="cards")
        Traceback (most recent call last):
        ...
        nocontact.diagnostics.errors.UnknownName: NC808: there is no detail `cards` \
(did you mean `card`?)
          help: use one of the names that are there
    """
    detail = detail or ("record" if audience == "reviewer" else "card")
    if detail not in DETAILS:
        raise unknown_name("detail", detail, DETAILS)
    if audience not in AUDIENCES:
        raise unknown_name("audience", audience, AUDIENCES)
    record, say = Record(recommendation), recommendation.situation.words.say
    if detail == "record":
        return Document(record.whole(), say("title"))
    card = helper_card if audience == "helper" else recommendation_card
    blocks: list[Block] = [*card(recommendation)]
    if detail != "card":
        more = [*record.more()]
        if detail == "more":
            blocks += more
        else:
            blocks += [Details(say("card.more"), more)] if more else []
            blocks.append(Details(say("card.record"), record.whole()))
    return Document(blocks, say("title"))
