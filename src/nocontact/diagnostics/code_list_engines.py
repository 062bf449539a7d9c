"""NC5xx and NC60x: engines and traces, and resources of the host."""

from __future__ import annotations

from functools import partial

from nocontact.diagnostics.code import Code

_engine = partial(Code, area="engines and traces")
_resource = partial(Code, area="resources")

ENGINES: tuple[Code, ...] = (
    _engine(
        "NC501", "two engines that disagree",
        "An answer about somebody's safety is computed twice, by two engines that share nothing "
        "but the rules. When they differ, one of them is wrong, and no answer is shown. Please "
        "report it with the version of the rulebook.",
        'recommend(scenario)                        # engine="checked" found a difference',
        'recommend(scenario, engine="reference")    # for looking into it, not for a person',
    ),
    _engine(
        "NC502", "an engine that is not there",
        "The engines are `reference`, `rete`, `diagrams`, and `checked`, which is two of them that "
        "have to agree. `rete` needs durable-rules, the extra `nocontact[rete]`.",
        'recommend(scenario, engine="fast")',
        'recommend(scenario, engine="reference")',
    ),
    _engine(
        "NC503", "durable-rules did not answer",
        "The library behind the `rete` engine broke while it answered. Nothing of its state is "
        "kept, so the next question starts anew. The reference engine needs no such library.",
        'recommend(scenario, engine="rete")',
        'recommend(scenario, engine="reference")',
    ),
    _engine(
        "NC504", "text that is no trace",
        "A trace is the JSON that `trace.to_json()` writes. It has a version of its own, so that "
        "an old trace is not read as a new one.",
        'replay("{}")',
        "replay(recommendation.trace.to_json())",
    ),
    _engine(
        "NC505", "a trace of another rulebook",
        "A trace carries the content hash of the rules that made it. With other rules, the same "
        "answers may lead elsewhere, and the replay would prove nothing.",
        "replay(trace)                          # the rules were changed since",
        "replay(trace, rulebook=Rulebook.load(folder_of_that_version))",
    ),
    _engine(
        "NC506", "a replay with another outcome",
        "The rules are the same, and the answers in the trace do not lead to the findings that "
        "stand in it. So the trace was changed after it was written, or an engine has a fault.",
        'replay(text.replace("friction", "sealed"))',
        "replay(text)",
    ),
    _engine(
        "NC507", "facts of another rulebook",
        "A rulebook knows which questions it asks, and its rules need an answer to each of them, "
        "or `unknown`. Facts that were made for other questions leave some of them out.",
        "ReferenceEngine().infer(mine, Scenario().flat())",
        "ReferenceEngine().infer(mine, mine.scenario().flat())",
    ),
    _engine(
        "NC508", "rules that the diagram engine cannot hold",
        "The `diagrams` engine compiles all rules into decision diagrams once. Where they grow "
        "past its budget it does not answer. The reference engine reads any rulebook. Without a "
        "second engine `checked` answers with that one alone, and says so.",
        'recommend(scenario, rulebook=tangled, engine="diagrams")',
        'recommend(scenario, rulebook=tangled, engine="reference")',
    ),
    _resource(
        "NC601", "a resource that was checked too long ago",
        "A number that no longer answers is worse than none. The host says on which day it "
        "checked each entry, and entries older than half a year are refused.",
        "checked_on: 2020-01-01",
        "checked_on: 2026-11-01",
    ),
    _resource(
        "NC602", "a resource that is not complete",
        "Somebody may call in a bad hour. So every entry says where it is, what it is called, how "
        "to reach it, where that was read, on which day, and what it is for.",
        "- {region: Examplia, name: Night line, contact: 0555, for: [crisis]}",
        '- {region: Examplia, name: Night line, contact: "0555 01", source: its own page,\n'
        "   checked_on: 2026-11-01, for: [crisis]}",
    ),
)  # fmt: skip
