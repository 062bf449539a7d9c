#!/usr/bin/env python3
"""Sets up .venv once, then does one thing. Needs Python 3.11 or newer and nothing else.

python3 dev.py run [FILE]   print the recommendation for a shipped example, or for FILE
python3 dev.py test [ARGS]  run the tests; ARGS go to pytest
python3 dev.py check        run all other checks: style, types, floors, rules, docs, examples
python3 dev.py notebooks    run the notebooks, and drive the widget in a browser where there is one
"""

import sys

if sys.version_info < (3, 11):
    sys.exit("nocontact needs Python 3.11 or newer; this is " + sys.version.split()[0])
import os
import shutil
import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENV, LOCK = str(ROOT / ".venv"), str(ROOT / ".ci/constraints.txt")
PIP = ("python", "-m", "pip", "install", "--quiet", "--no-input", "--constraint", LOCK)
WITHOUT_RETE = """durable-rules cannot be built here; it takes a C compiler and the Python headers.
The Rete engine is left out. Two engines answer without it too. To try again, remove .venv."""


def sh(*command: str, show: bool = False, **extra: str) -> None:
    """Run a command, .venv first on the path; what it prints is shown, or kept for the error."""
    path = os.pathsep.join([f"{ENV}/bin", f"{ENV}/Scripts", os.environ.get("PATH", os.defpath)])
    line = [shutil.which(command[0], path=path) or command[0], *command[1:]]
    out, err = (None, None) if show else (subprocess.PIPE, subprocess.STDOUT)
    env = {**os.environ, "PATH": path, **extra}
    subprocess.run(line, cwd=ROOT, env=env, check=True, stdout=out, stderr=err, text=True)


def install(dependencies: list[str]) -> None:
    """Make .venv and fill it; the extra `rete` last, because not every machine can build it."""
    try:
        sh(sys.executable, "-m", "venv", "--clear", ENV)
        sh(*PIP, "pip")
    except subprocess.CalledProcessError:  # a Debian without python3-venv, so by python3-pip
        sh(sys.executable, "-m", "venv", "--clear", "--without-pip", ENV)
        sh(sys.executable, "-m", "pip", "--python", ENV, *PIP[3:], "pip")
    sh(*PIP, "--group", "dev", *dependencies)
    sh(*PIP, "--no-deps", "--no-build-isolation", "--editable", ".")
    try:  # Python 3.13 lost a name that durable-rules uses, and pip's cache would hide the mend.
        mend = "-DPyEval_CallObject=PyObject_CallObject " + os.environ.get("CPPFLAGS", "")
        sh(*PIP, "--no-cache-dir", "--no-build-isolation", "durable-rules", CPPFLAGS=mend)
        sh("python", "-c", "import durable.engine")
    except subprocess.CalledProcessError:
        sh("python", "-m", "pip", "uninstall", "--quiet", "--yes", "durable-rules")
        print(WITHOUT_RETE, file=sys.stderr)


def set_up() -> None:
    """Install, unless .venv was already made of these files, by this Python, in this place."""
    project, stamp = (ROOT / "pyproject.toml").read_text("utf-8"), Path(ENV, "made-of.txt")
    parts = "\n".join([project, Path(LOCK).read_text("utf-8"), sys.version, ENV])
    if not stamp.is_file() or stamp.read_text("utf-8") != parts:
        print("Setting up .venv; once, about a minute.", file=sys.stderr)
        install(tomllib.loads(project)["project"]["dependencies"])
        stamp.write_text(parts, "utf-8")


def main(what: str = "", *args: str) -> None:
    """Set up, then hand over to the command asked for."""
    recommend = ("nocontact", "recommend", *(args or ["examples/high_wall.yaml"]))
    books = (str(book.relative_to(ROOT)) for book in sorted(ROOT.glob("examples/*.ipynb")))
    commands = {
        "run": recommend,
        "test": ("pytest", "-n", "auto", "--dist", "worksteal", *args),
        "check": ("python", ".ci/check.py"),
        "notebooks": ("pytest", "-rs", "-Wdefault", "--nbmake", "tests/notebook", *books, *args),
    }
    if what not in commands:
        sys.exit(__doc__)
    set_up()
    if what == "notebooks":
        sh(*PIP, "--group", "notebook-test")
    sh(*commands[what], show=True)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except subprocess.CalledProcessError as error:
        print(error.stdout or "", "failed: ", " ".join(error.cmd), sep="", file=sys.stderr)
        sys.exit(error.returncode)
