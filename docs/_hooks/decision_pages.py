"""A page for each decision file in rules/: the question, and every rule with its source."""

import textwrap
from pathlib import Path
from typing import Any

import yaml
from generated_page import GeneratedPage

FOLDER = "rulebook"


def pages(root: Path) -> list[GeneratedPage]:
    """The overview, then a page for each decision file, the safety pack last."""
    files = [*sorted(root.glob("rules/*.yaml")), *sorted(root.glob("rules/safety/*.yaml"))]
    written = [page for file in files if (page := _page(file, root)) is not None]
    links = "\n".join(f"- [{page.title}]({page.uri.split('/', 1)[1]})" for page in written)
    overview = (
        f"# Decisions\n\nOne page for each file in `rules/`, made from that file.\n\n{links}\n"
    )
    return [GeneratedPage(f"{FOLDER}/index.md", "Overview", overview), *written]


def _page(file: Path, root: Path) -> GeneratedPage | None:
    """The page of one file; none where the file holds no decision."""
    text = file.read_text("utf-8")
    content = yaml.load(text, Loader=yaml.BaseLoader)  # every answer stays the word it is
    if not isinstance(content, dict) or "decision" not in content:
        return None
    name = file.relative_to(root / "rules").with_suffix("").as_posix()
    title = name.replace("/", ": ").replace("_", " ").capitalize()
    head = f"# {title}\n\n**{content['asks']}**\n\nThe file: `rules/{name}.yaml`\n"
    rules = zip(content.get("rules", []), _excerpts(text), strict=True)
    body = "\n".join(_rule(rule, excerpt) for rule, excerpt in rules)
    return GeneratedPage(f"{FOLDER}/{name.replace('/', '_')}.md", title, f"{head}\n{body}")


def _rule(rule: dict[str, Any], excerpt: str) -> str:
    """One rule: its reason, its source, and the rule as it stands in the file."""
    source = rule.get("source", [])
    cited = ", ".join(f"¶{entry}" if entry.isdigit() else entry for entry in source)
    lines = [f"## {rule['id']}", rule.get("because", ""), f"Source: {cited or 'none'}"]
    return "\n\n".join([*lines, f"```yaml\n{textwrap.dedent(excerpt)}\n```"]) + "\n"


def _excerpts(text: str) -> list[str]:
    """The lines of each rule, as they are in the file."""
    lines = text.splitlines()
    document = yaml.compose(text, Loader=yaml.BaseLoader)
    parts = {key.value: value for key, value in document.value} if document else {}
    rules = parts["rules"].value if "rules" in parts else []
    return ["\n".join(lines[rule.start_mark.line : _end(rule)]).rstrip() for rule in rules]


def _end(node: yaml.Node) -> int:
    """The number of lines up to the end of a node, without the comments that follow it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    return int(node.end_mark.line) + (1 if node.end_mark.column else 0)
