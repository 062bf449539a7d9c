"""Every check that is not a test, one line each. `python3 dev.py check` runs this inside .venv."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

CHECKS = (
    "nocontact mutate",  # first, because it takes longest
    "ruff check",
    "ruff format --check",
    "mypy",
    "lint-imports",
    "deptry src",
    "nocontact check",
    "nocontact prove",
    "python tests/stories/agreement.py",
    "nocontact coverage --fail-under 100",
    "mkdocs build --strict",
)


def passes(command: list[str]) -> bool:
    """Run one command and say how it went; show what it printed only if it failed."""
    start = time.monotonic()
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    mark = "FAILED" if done.returncode else "ok    "
    print(f"{mark} {time.monotonic() - start:5.1f} s  {' '.join(command)}", flush=True)
    if done.returncode:
        print(done.stdout, flush=True)
    return not done.returncode


def main() -> int:
    """Run all checks, as many at once as there are processors; 1 if any failed."""
    commands = [check.split() for check in CHECKS]
    for example in sorted(Path("examples").glob("*.yaml")):
        commands.append(["nocontact", "recommend", str(example)])
    for script in sorted(Path("examples").glob("*.py")):
        commands.append(["python", str(script)])
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(passes, commands))
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
