"""NC7xx: proofs, certificates, and rulebooks that are compared."""

from __future__ import annotations

from functools import partial

from nocontact.diagnostics.code import Code

_code = partial(Code, area="proofs")

PROOFS: tuple[Code, ...] = (
    _code(
        "NC701", "proofs without the library for them",
        "Statements about all scenarios are proved with decision diagrams, by a library that is "
        "not installed here.",
        "# pip install --no-deps nocontact",
        "# pip install nocontact",
    ),
    _code(
        "NC702", "a proof that needs too many nodes",
        "The diagram of a rule grew past the budget. Nothing is claimed then: neither that it "
        "holds nor that it does not. Rules that test findings, not many single facts, stay small. "
        "What `enough`, `unless` and `ask` say of all scenarios has the same limit.",
        "prove(rulebook, nodes=1_000)",
        "prove(rulebook)",
    ),
    _code(
        "NC703", "a proof that takes too long",
        "The time that was allowed is over. Nothing is claimed then. The limit is there so that "
        "one promise does not hold up all others. It holds for `enough`, `unless` and `ask` too: "
        "they answer exactly, or say that they did not.",
        "prove(rulebook, seconds=0.001)",
        "prove(rulebook)",
    ),
    _code(
        "NC704", "text that is no certificate",
        "A certificate is what `nocontact prove --format json` writes. It has a version of its "
        "own, so that an old one is not read as a new one.",
        'rechecked("{}", rulebook)',
        "rechecked(report_to_json(proved(rulebook)), rulebook)",
    ),
    _code(
        "NC705", "a certificate for another rulebook",
        "A certificate carries the content hash of the rules that it speaks of. It says nothing "
        "about any other rules, not even when one word was changed.",
        "rechecked(certificate, another_rulebook)",
        "rechecked(certificate, Rulebook.load(folder_of_that_version))",
    ),
    _code(
        "NC706", "a certificate that does not come true",
        "The same rules were proved again, and the proofs say something else. So the certificate "
        "was changed, or the programs that made the two differ.",
        'rechecked(certificate.replace("broken", "held"), rulebook)',
        "rechecked(certificate, rulebook)",
    ),
    _code(
        "NC707", "a case that does not hold before anything is changed",
        "To see if the golden cases notice a changed rule, they have to hold for the rules as "
        "they are. A case that fails from the start would notice everything.",
        "mutation_report(rulebook, cases_that_fail)",
        "mutation_report(rulebook, cases_that_hold)",
    ),
    _code(
        "NC711", "two rulebooks over other questions",
        "Two rulebooks are compared over all scenarios that there are. With other questions or "
        "other answers, these are not the same scenarios.",
        "compare(old, new)    # they were loaded with two classes of scenario",
        "compare(old, new)    # both were loaded with the same class of scenario",
    ),
    _code(
        "NC712", "a rulebook that cannot be compared",
        "Rulebooks are compared by folder, or by a revision of git and a folder in it. What is "
        "named cannot be read from there, or it has problems of its own; those are told too.",
        "# nocontact compare HEAD~1 rules",
        "# nocontact compare HEAD~1:rules rules",
    ),
)  # fmt: skip
