"""A page for the front door, and one for each room of the package, from the top floor down."""

import tomllib
from pathlib import Path

from generated_page import GeneratedPage

FOLDER = "api"


def pages(root: Path) -> list[GeneratedPage]:
    """The front door, then every room that there is, in the order of the floors."""
    package = root / "src/nocontact"
    rooms = [room for room in _floors(root) if (package / room / "__init__.py").is_file()]
    twins = {room: _twins(package / room) for room in rooms}
    shown = (package / "__init__.py").read_text("utf-8")
    all_twins = [twin for room in rooms for twin in twins[room]]
    front = [twin for twin in all_twins if f'"{twin.rpartition(".")[2]}"' in shown]
    named = [(room, f"nocontact.{room}", twins[room]) for room in rooms]
    return [_page(*page) for page in [("index", "nocontact", front), *named]]


def _page(file: str, name: str, twins: list[str]) -> GeneratedPage:
    options = "    options: {heading_level: 2, show_root_full_path: false}\n"
    also = "".join(f"\n::: {twin}\n{options}" for twin in twins)
    return GeneratedPage(f"{FOLDER}/{file}.md", name, f"::: {name}\n{also}")


def _twins(room: Path) -> list[str]:
    """The public names that are called as their file; mkdocstrings takes these for the file."""
    shown, files = (room / "__init__.py").read_text("utf-8"), sorted(room.glob("*.py"))
    stems = [file.stem for file in files if f'"{file.stem}"' in shown]
    return [f"nocontact.{room.name}.{stem}.{stem}" for stem in stems]


def _floors(root: Path) -> list[str]:
    """The rooms as the layer contract lists them."""
    settings = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return [room.strip(" ()") for layer in layers for room in layer.replace("|", ":").split(":")]
