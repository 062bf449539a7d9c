"""A page for the front door, and one for each room of the package, from the top floor down."""

import tomllib
from pathlib import Path

from generated_page import GeneratedPage

FOLDER = "api"


def pages(root: Path) -> list[GeneratedPage]:
    """The front door, then every room that there is, in the order of the floors."""
    rooms = [
        room for room in _floors(root) if (root / "src/nocontact" / room / "__init__.py").is_file()
    ]
    front = GeneratedPage(f"{FOLDER}/index.md", "nocontact", "::: nocontact\n")
    return [front, *(_page(room) for room in rooms)]


def _page(room: str) -> GeneratedPage:
    return GeneratedPage(f"{FOLDER}/{room}.md", room, f"::: nocontact.{room}\n")


def _floors(root: Path) -> list[str]:
    """The rooms as the layer contract lists them."""
    settings = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return [room.strip(" ()") for layer in layers for room in layer.replace("|", ":").split(":")]
