"""A page for the front door, and one for each room of the package, from the top floor down."""

import inspect
import re
import tomllib
from importlib import import_module
from pathlib import Path

from generated_page import GeneratedPage

import nocontact

FOLDER = "api"


def pages(root: Path) -> list[GeneratedPage]:
    """The front door, then every room that there is, in the order of the floors."""
    package = root / "src/nocontact"
    rooms = [room for room in _floors(root) if (package / room / "__init__.py").is_file()]
    return [_front_door(), *(_room(package / room) for room in rooms)]


def _front_door() -> GeneratedPage:
    """Every public name of the package, with a link to the room it lives in."""
    public = {name: getattr(nocontact, name) for name in nocontact.__all__}
    lines = [_entry(name, value) for name, value in public.items()]
    text = f"# nocontact\n\n{inspect.getdoc(nocontact)}\n\n" + "\n".join(lines) + "\n"
    homeless = (each for each in public.items() if not _shown_by_its_room(*each))
    text += "".join(_block(f"{value.__module__}.{name}") for name, value in homeless)
    return GeneratedPage(f"{FOLDER}/index.md", "nocontact", text)


def _entry(name: str, value: object) -> str:
    about = (inspect.getdoc(value) or "").partition("\n")[0]
    return f"- [`{name}`][{value.__module__}.{name}]: {about}"


def _shown_by_its_room(name: str, value: object) -> bool:
    room = import_module(".".join(value.__module__.split(".")[:2]))
    return name in room.__all__


def _block(name: str) -> str:
    return f"\n::: {name}\n    options: {{heading_level: 2, show_root_full_path: false}}\n"


def _room(room: Path) -> GeneratedPage:
    also = "".join(map(_block, _twins(room)))
    return GeneratedPage(
        f"{FOLDER}/{room.name}.md", f"nocontact.{room.name}", f"::: nocontact.{room.name}\n{also}"
    )


def _twins(room: Path) -> list[str]:
    """The public names that are called as their file; mkdocstrings takes these for the file."""
    shown = (room / "__init__.py").read_text("utf-8")
    stems = [file.stem for file in sorted(room.glob("*.py")) if _defines_itself(file)]
    return [f"nocontact.{room.name}.{stem}.{stem}" for stem in stems if f'"{stem}"' in shown]


def _defines_itself(file: Path) -> bool:
    return bool(re.search(rf"^(def|class) {file.stem}\b", file.read_text("utf-8"), re.M))


def _floors(root: Path) -> list[str]:
    """The rooms as the layer contract lists them."""
    settings = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return [room.strip(" ()") for layer in layers for room in layer.replace("|", ":").split(":")]
