"""The rule language as data: conditions, conclusions, rules, decisions, strata, promises."""

from nocontact.rulebook.checked import Checked
from nocontact.rulebook.checked_rule import CheckedRule
from nocontact.rulebook.checked_rulebase import STATUSES, CheckedRulebase
from nocontact.rulebook.condition import (
    ALWAYS,
    AllOf,
    AnyOf,
    AtLeastOf,
    Atom,
    Comparison,
    Condition,
    Family,
    IsUnknown,
    Not,
    Operator,
    SomeTactic,
    parts_of,
)
from nocontact.rulebook.condition_walks import atoms_of, folded, work_of
from nocontact.rulebook.decision import YES_NO, Decision, Finding
from nocontact.rulebook.parsed_rulebook import SHIPPED, Metadata, ParsedRulebook
from nocontact.rulebook.policy import (
    DIRECTIONS,
    Barriers,
    Limit,
    Need,
    PlanningPolicy,
    side_of,
)
from nocontact.rulebook.promise import FAMILIES, Bound, EachTactic, Promise, may_differ
from nocontact.rulebook.rule import (
    Cited,
    Conclusion,
    Raise,
    RaiseStatus,
    Rule,
    Voice,
    after_safety,
)
from nocontact.rulebook.selector import AttributeOperator, AttributeTest, Selector
from nocontact.rulebook.strata import STATUS, ordered, requirements
from nocontact.rulebook.translation import ENGLISH, Translated, Translation
from nocontact.rulebook.written_texts import WrittenText, shown_texts, written_texts

__all__ = [
    "ALWAYS",
    "DIRECTIONS",
    "ENGLISH",
    "FAMILIES",
    "SHIPPED",
    "STATUS",
    "STATUSES",
    "YES_NO",
    "AllOf",
    "AnyOf",
    "AtLeastOf",
    "Atom",
    "AttributeOperator",
    "AttributeTest",
    "Barriers",
    "Bound",
    "Checked",
    "CheckedRule",
    "CheckedRulebase",
    "Cited",
    "Comparison",
    "Conclusion",
    "Condition",
    "Decision",
    "EachTactic",
    "Family",
    "Finding",
    "IsUnknown",
    "Limit",
    "Metadata",
    "Need",
    "Not",
    "Operator",
    "ParsedRulebook",
    "PlanningPolicy",
    "Promise",
    "Raise",
    "RaiseStatus",
    "Rule",
    "Selector",
    "SomeTactic",
    "Translated",
    "Translation",
    "Voice",
    "WrittenText",
    "after_safety",
    "atoms_of",
    "folded",
    "may_differ",
    "ordered",
    "parts_of",
    "requirements",
    "shown_texts",
    "side_of",
    "work_of",
    "written_texts",
]  # fmt: skip
