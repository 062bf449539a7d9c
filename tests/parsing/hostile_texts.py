"""Rule files that nobody should write, by what is wrong with them. Each stands for `wall.yaml`."""

from __future__ import annotations

WALL = """decision: wall
asks: How high a wall does this person need?
finding: {wall: [none, lock]}
source: [35]
rules:
  - id: wall.hope
    when: {hope: strong}
    then: {wall: lock}
    because: "The harder it is, the higher the wall."
    source: [35]
"""


def wall(when: str = "{hope: strong}", then: str = "{wall: lock}", source: str = "[35]") -> str:
    """The decision with another condition, conclusion or source in its one rule."""
    return (
        WALL.replace("{hope: strong}", when)
        .replace("then: {wall: lock}", f"then: {then}")
        .replace("    source: [35]", f"    source: {source}")
    )


def nested(levels: int) -> str:
    """A condition inside so many others that the file is `levels` deep, all told."""
    inside = levels - 5  # the file, its rules, the rule, the innermost condition, its answer
    return wall("{not: " * inside + "{hope: strong}" + "}" * inside)


REFUSED: dict[str, str] = {
    "nothing": "",
    "only spaces": "  \n \n",
    "only a comment": "# decision: wall\n",
    "only a byte order mark": "\ufeff",
    "only a document start": "---\n",
    "a null": "~",
    "a text": "wall",
    "a number": "3",
    "a list": "[decision, wall]",
    "an empty mapping": "{}",
    "an empty list": "[]",
    "a list of lists": "[[[]]]",
    "two documents": f"{WALL}---\n{WALL}",
    "the file twice": f"{WALL}{WALL}",
    "an anchor": wall("&a {hope: strong}"),
    "an alias": wall("*a"),
    "a tag": wall("!!map {hope: strong}"),
    "a python tag": wall("!!python/object/apply:os.system ['true']"),
    "a merge key": wall("{<<: {hope: strong}}"),
    "a directive": f"%YAML 1.1\n---\n{WALL}",
    "a billion laughs": "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n",
    "a tab for a space": WALL.replace("    when", "\twhen"),
    "a null character": WALL.replace("harder", "har\0der"),
    "a terminal escape": WALL.replace("harder", "\x1b[31mharder"),
    "a lone surrogate": WALL.replace("harder", "\ud800"),
    "a late byte order mark": WALL.replace("harder", "\ufeffharder"),
    "a list without end": WALL.replace("[none, lock]", "[none, lock"),
    "a quote without end": WALL.replace('wall."', "wall."),
    "more than forty levels": nested(41),
    "a hundred thousand brackets": "[" * 100_000,
    "two million characters": f"{WALL}# {'x' * 2_000_000}",
    "too many values": f"decision: [{'x,' * 100_001}]",
    "two thousand unknown keys": WALL + "".join(f"key{n}: 1\n" for n in range(2_000)),
    "a key that is a list": wall("{[hope]: strong}"),
    "a key that is empty": wall('{"": strong}'),
    "a key that is null": wall("{~: strong}"),
    "a key of a thousand letters": wall(f"{{{'x' * 1_000}: strong}}"),
    "when is nothing": wall(""),
    "when is empty": wall("{}"),
    "when is a list": wall("[{hope: strong}]"),
    "when is a number": wall("3"),
    "when is a word": wall("allways"),
    "all of nothing": wall("{all: []}"),
    "any of a mapping": wall("{any: {hope: strong}}"),
    "not of a list": wall("{not: [{hope: strong}]}"),
    "count of nothing": wall("{count: {at_least: 1, of: []}}"),
    "count is a list": wall("{count: [1, 2]}"),
    "count zero": wall("{count: {at_least: 0, of: [{hope: strong}]}}"),
    "count too high": wall("{count: {at_least: 2, of: [{hope: strong}]}}"),
    "count without a number": wall("{count: {of: [{hope: strong}]}}"),
    "count true": wall("{count: {at_least: true, of: [{hope: strong}]}}"),
    "count half": wall("{count: {at_least: 0.5, of: [{hope: strong}]}}"),
    "an answer that is nothing": wall("{hope: }"),
    "an answer that is a list": wall("{hope: [strong]}"),
    "an answer that is a mapping of nothing": wall("{hope: {}}"),
    "an answer that is a fraction": wall("{hope: 1.5}"),
    "an answer that is a very long number": wall(f"{{hope: {'9' * 5_000}}}"),
    "an answer in superscript": wall("{hope: ²}"),
    "in nothing": wall("{hope: {in: []}}"),
    "in a list of lists": wall("{hope: {in: [[strong]]}}"),
    "unknown with quotes": wall('{hope: {unknown: "true"}}'),
    "is unknown": wall("{hope: unknown}"),
    "at least two answers": wall("{hope: {at_least: [some, strong]}}"),
    "a test that does not exist": wall("{hope: {matches: .*}}"),
    "a fact that does not exist": wall("{hop: strong}"),
    "a set without a member": wall("{aims: heal}"),
    "a finding that is unknown": wall("{wall: {unknown: true}}"),
    "a step in a rule": wall("{step.block_email: yes}"),
    "some step in a rule": wall("{some_step: all}"),
    "a decision that needs itself": wall("{wall: none}"),
    "then nothing": wall(then=""),
    "then empty": wall(then="{}"),
    "then a list": wall(then="[]"),
    "then a list of conclusions": wall(then="[{wall: lock}]"),
    "then a level that is a mapping": wall(then="{wall: {at_least: lock}}"),
    "then no members": wall(then="{wall: []}"),
    "then a fact": wall(then="{hope: none}"),
    "then a scale as a set": wall(then="{wall: [lock]}"),
    "then a status of nothing": wall(then="{status: held}"),
    "then a status and more": wall(then="{status: held, tactics: all, wall: lock}"),
    "then a status that does not exist": wall(then="{status: forbidden, tactics: all}"),
    "then tactics that are a list": wall(then="{status: held, tactics: [all]}"),
    "then tactics of no attribute": wall(then="{status: held, tactics: {}}"),
    "then tactics of no value": wall(then="{status: held, tactics: {notice: []}}"),
    "then tactics without a test": wall(then="{status: held, tactics: {notice: {}}}"),
    "then tactics above nothing": wall(then="{status: held, tactics: {notice: {at_least: []}}}"),
    "then tactics with a wrong test": wall(then="{status: held, tactics: {notice: {above: x}}}"),
    "then tactics of a wrong attribute": wall(then="{status: held, tactics: {noise: loud}}"),
    "source nothing": wall(source=""),
    "source empty": wall(source="[]"),
    "source a paragraph that is not": wall(source="[47]"),
    "source a negative number": wall(source="[-35]"),
    "source a fraction": wall(source="[35.5]"),
    "source true": wall(source="true"),
    "source in quotes": wall(source='["35"]'),
    "source a mapping": wall(source="{35: x}"),
    "rules nothing": WALL.split("rules:")[0] + "rules:\n",
    "rules a text": WALL.split("rules:")[0] + "rules: none\n",
    "rules numbers": WALL.split("rules:")[0] + "rules: [1, 2]\n",
    "finding a list": WALL.replace("{wall: [none, lock]}", "[wall]"),
    "finding a word": WALL.replace("{wall: [none, lock]}", "{wall: scale}"),
    "finding of one level": WALL.replace("[none, lock]", "[lock]"),
    "finding of equal levels": WALL.replace("[none, lock]", "[lock, lock]"),
    "finding with a missing answer": WALL.replace("[none, lock]", "[unknown, lock]"),
    "finding of mappings": WALL.replace("[none, lock]", "[{none: 1}, lock]"),
    "a set of nothing": WALL.replace("[none, lock]}", "[none, lock], x: {set: []}}"),
    "a set of sets": WALL.replace("[none, lock]}", "[none, lock], x: {set: {set: [a]}}}"),
    "a finding called all": WALL.replace("[none, lock]}", "[none, lock], all: yes_no}"),
    "a finding called status": WALL.replace("[none, lock]}", "[none, lock], status: yes_no}"),
    "a finding called as a question": WALL.replace("[none, lock]}", "[none, lock], aims: yes_no}"),
    "an id with spaces": WALL.replace("wall.hope", "wall hope"),
    "an id that is empty": WALL.replace("wall.hope", '""'),
    "an id that is a list": WALL.replace("id: wall.hope", "id: [wall.hope]"),
    "an id in other letters": WALL.replace("wall.hope", "стена"),
    "a voice that is a list": WALL.replace("source: [35]\nrules", "voice: [safety]\nrules"),
    "a voice that is empty": WALL.replace("source: [35]\nrules", 'voice: ""\nrules'),
}
"""What is wrong → the text. All of these are refused with a diagnostic."""

ACCEPTED: dict[str, str] = {
    "as it should be": WALL,
    "with a byte order mark": f"\ufeff{WALL}",
    "with carriage returns": WALL.replace("\n", "\r\n"),
    "with old carriage returns": WALL.replace("\n", "\r"),
    "without a last line break": WALL.rstrip(),
    "with a document start": f"---\n{WALL}",
    "with tabs after values": WALL.replace("{hope: strong}", "{hope:\tstrong}\t# a tab"),
    "with other letters in a text": WALL.replace("harder", "härter 🎉 עברית"),
    "forty levels deep": nested(40),
    "as JSON": (
        '{"decision": "wall", "asks": "How high?", "finding": {"wall": ["none", "lock"]},'
        ' "source": 35, "rules": [{"id": "wall.hope", "when": {"hope": "strong"},'
        ' "then": {"wall": "lock"}, "because": "It is hard.", "source": [35]}]}'
    ),
}
"""What is unusual → the text. All of these are good rule files."""
