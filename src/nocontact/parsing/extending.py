"""A rulebook laid over another one: what it adds comes after what is there, and nothing goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from nocontact.facts import Attribute, QuestionList, Tactic
from nocontact.facts.frozen_map import FrozenMap
from nocontact.rulebook import Metadata, ParsedRulebook, PlanningPolicy, Translation
from nocontact.sources import SourceList


def extended(base: ParsedRulebook, own: ParsedRulebook) -> ParsedRulebook:
    """Return both as one rulebook: rules, tactics, questions, needs, promises, words of both.

    Rules only raise, so none of the base loses its effect. Of two questions, regions, words or
    sources of one name, that of the own rulebook counts. Of the plan, the own rulebook says only
    what it adds or what is to be another way.

    Args:
        base: the rulebook that is there.
        own: what is laid over it.

    Examples:
        >>> from nocontact import Rulebook
        >>> base = Rulebook.parse()
        >>> about = replace(base.metadata, name="ours", shows=(), settles=(), order=())
        >>> both = extended(base, replace(base, metadata=about, decisions=(), tactics=()))
        >>> both.metadata.name, both.metadata.extends, both.tactics == base.tactics
        ('ours', 'nocontact 0.1.0', True)
    """
    return ParsedRulebook(
        metadata=_metadata(base.metadata, own.metadata),
        decisions=(*base.decisions, *own.decisions),
        tactics=(*(_with_all(each, own.attributes) for each in base.tactics), *own.tactics),
        policy=_policy(base.policy, own.policy),
        promises=(*base.promises, *own.promises),
        sources=_sources(base.sources, own.sources),
        messages={
            language: {**base.messages.get(language, {}), **own.messages.get(language, {})}
            for language in {**base.messages, **own.messages}
        },
        texts={**base.texts, **own.texts},
        digest=own.digest,
        translations=_translations(base.translations, own.translations),
        questions=_questions(base.questions, own.questions),
        attributes=own.attributes,
        inherited=len(base.tactics),
    )


def _with_all(tactic: Tactic, attributes: Mapping[str, Attribute]) -> Tactic:
    missing = {
        name: each.default
        for name, each in attributes.items()
        if name != "id" and name not in tactic.attributes and each.default is not None
    }
    if not missing:
        return tactic
    return replace(tactic, attributes=FrozenMap({**tactic.attributes, **missing}))


def _metadata(base: Metadata, own: Metadata) -> Metadata:
    def both(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*getattr(base, name), *getattr(own, name))))

    return replace(
        own,
        limits=both("limits"),
        order=both("order"),
        shows=both("shows"),
        settles=both("settles"),
        too_weak=own.too_weak or base.too_weak,
        regions={**base.regions, **own.regions},
        banned_words={**base.banned_words, **own.banned_words},
        extends=f"{base.name} {base.version}",
    )


def _policy(base: PlanningPolicy, own: PlanningPolicy) -> PlanningPolicy:
    """Return the needs of both; all else of the base, where the own plan does not say it."""
    needs = [*base.needs]
    for need in own.needs:
        places = [at for at, each in enumerate(needs) if each.id == need.before]
        needs.insert(places[0] if places else len(needs), need)
    return PlanningPolicy(
        permitted=own.permitted or base.permitted,
        preference=own.preference or base.preference,
        barriers=own.barriers or base.barriers,
        needs=tuple(needs),
        limit=own.limit or base.limit,
        sections=tuple(dict.fromkeys((*base.sections, *own.sections))),
        steps=base.steps,
    )


def _sources(base: SourceList, own: SourceList) -> SourceList:
    return SourceList(
        title=own.title or base.title,
        paragraphs={**base.paragraphs, **own.paragraphs},
        excluded={**base.excluded, **own.excluded},
        entries={**base.entries, **own.entries},
        claims={**base.claims, **own.claims},
    )


def _translations(*found: Mapping[str, Translation]) -> dict[str, Translation]:
    both: dict[str, Translation] = {}
    for language, each in (entry for one in found for entry in one.items()):
        before = both[language].texts if language in both else {}
        both[language] = replace(each, texts={**before, **each.texts})
    return both


def _questions(base: QuestionList | None, own: QuestionList | None) -> QuestionList | None:
    """Return the questions of both; the shipped ones come by their name, as with `extends`."""
    return base if own is None else replace(own, extends=True)
