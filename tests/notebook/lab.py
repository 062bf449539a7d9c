"""A real JupyterLab on this machine alone, and a real browser in front of it, for one test."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import nocontact

if TYPE_CHECKING:
    from playwright.sync_api import Page

HERE = str(Path(nocontact.__file__).parents[1])
"""Where the library is that these tests have imported: the kernel is to use the same."""

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NEEDED = ("playwright", "jupyterlab", "anywidget", "ipykernel", "nbformat")
SETTINGS = {
    "@jupyterlab/apputils-extension/themes": {"theme": "JupyterLab Light"},
    "@jupyterlab/apputils-extension/notification": {"fetchNews": "false"},
    # Cells out of sight are there too.
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
    # The least private setting there is: whatever a widget's state holds is saved.
    "@jupyter-widgets/jupyterlab-manager/plugin": {"saveState": True},
}


def browser_or_skip() -> str:
    """Return the path of a browser; skip, and say what is missing, where the test cannot run."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        pytest.skip(f"no browser test here: {', '.join(missing)} is not installed")
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("no browser here: none of " + ", ".join(BROWSERS))
    return found


@dataclass
class Opened:
    """A notebook open in a browser; what left this machine, and what went wrong on the page."""

    page: Page
    left_the_machine: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@contextmanager
def opened_in_lab(folder: Path, notebook: str, *, dark: bool = False) -> Iterator[Opened]:
    """Start JupyterLab on `folder`, open a notebook, run all its cells, and end it all after."""
    browser = browser_or_skip()
    from playwright.sync_api import sync_playwright

    with _lab(folder, dark) as address, sync_playwright() as play:
        options = ["--no-sandbox", "--disable-dev-shm-usage"]
        chromium = play.chromium.launch(executable_path=browser, args=options)
        page = chromium.new_page(
            viewport={"width": 1500, "height": 1250}, reduced_motion="reduce",
            color_scheme="dark" if dark else "light",
        )  # fmt: skip
        opened = Opened(page)
        page.on("request", lambda request: _note(opened, address, request.url))
        page.on("pageerror", lambda error: opened.errors.append(str(error)))
        page.goto(f"{address}/lab/tree/{notebook}?reset")
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=90_000)
        # Before the kernel is there, a dialog that asks for one would eat the click.
        page.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=90_000)
        page.get_by_text("Run", exact=True).first.click()
        page.get_by_text("Run All Cells", exact=True).click()
        yield opened
        chromium.close()


def _note(opened: Opened, address: str, url: str) -> None:
    if not url.startswith((address, "data:", "blob:")):
        opened.left_the_machine.append(url)


@contextmanager
def _lab(folder: Path, dark: bool) -> Iterator[str]:
    """Yield the address of a JupyterLab that no other machine and no other user's files are in."""
    port = _free_port()
    private = {name: str(folder / f".{name.lower()}") for name in (
        "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR",
    )}  # fmt: skip
    _write_settings(folder / ".jupyter_config_dir/lab/user-settings", dark)
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1",
        f"--port={port}", "--ServerApp.port_retries=0", "--IdentityProvider.token=",
        "--ServerApp.password=", "--ServerApp.disable_check_xsrf=True", "--LabApp.news_url=",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        f"--notebook-dir={folder}",
    ]  # fmt: skip
    with (folder / "lab.log").open("w") as log:
        lab = subprocess.Popen(
            command, env={**os.environ, **private, "PYTHONPATH": HERE}, cwd=folder,
            stdout=log, stderr=log,
        )  # fmt: skip
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(f"{address}/api", lab)
            yield address
        finally:
            lab.terminate()
            lab.wait(30)


def _write_settings(folder: Path, dark: bool) -> None:
    for name, settings in SETTINGS.items():
        file = folder / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(settings)
        file.write_text(text.replace("Light", "Dark") if dark else text, "utf-8")


def _wait_for(address: str, lab: subprocess.Popen[bytes]) -> None:
    for _ in range(180):
        if lab.poll() is not None:
            raise AssertionError("JupyterLab did not start; see lab.log")
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    raise AssertionError("JupyterLab did not answer in 90 seconds; see lab.log")


def _free_port() -> int:
    with socket.socket() as some:
        some.bind(("127.0.0.1", 0))
        return int(some.getsockname()[1])
