"""The page of promises: what holds for every scenario, in a sentence and as a formula."""

from generated_page import GeneratedPage
from rulebook_page import FOLDER, source_link

from nocontact.rulebook import ALWAYS, CheckedRulebase, Promise


def promise_page(rulebase: CheckedRulebase) -> GeneratedPage:
    """Every promise of `rules/promises.yaml`, in its order."""
    promises = rulebase.parsed.promises
    parts = [
        "# Promises",
        f"The {len(promises)} promises of `rules/promises.yaml`. Each is tried by the property "
        "tests on generated scenarios. Trying is not proving.",
        *(_promise(each) for each in promises),
    ]
    return GeneratedPage(f"{FOLDER}/promises.md", "Promises", "\n\n".join(parts) + "\n")


def _promise(promise: Promise) -> str:
    sources = ", ".join(map(source_link, promise.sources))
    formula = _comparison(promise) if promise.is_comparison else _implication(promise)
    head = f"## {promise.id} {{#{promise.id}}}"
    return "\n\n".join([head, f"> {promise.says}", formula, f"Rests on: {sources}."])


def _implication(promise: Promise) -> str:
    return f"**When** {promise.when}, **then** {promise.then}."


def _comparison(promise: Promise) -> str:
    verb = "raising" if promise.upward else "changing"
    facts = ", ".join(f"`{name}`" for name in promise.vary)
    words = {"never_lowers": "never lowers", "never_raises": "never raises", "keeps": "keeps"}
    bounds = "; ".join(f"{words[bound]} {subject}" for subject, bound in promise.bounds)
    before = "" if promise.when == ALWAYS else f" **Where before** {promise.when}."
    after = "" if promise.after == ALWAYS else f" **Where after** {promise.after}."
    return f"**By** {verb} {facts}: {bounds}.{before}{after}"
