"""`nocontact`: exit codes, and a line instead of a traceback for whatever goes wrong."""

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from nocontact.cli.__main__ import main

NT = os.name == "nt"
ANSWERS = "commitment: committed\npull: {email: always_look}\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with one good file and many that are no use."""
    (tmp_path / "good.yaml").write_text(ANSWERS, "utf-8")
    (tmp_path / "latin.yaml").write_bytes("hope: nön".encode("latin-1"))
    (tmp_path / "binary").write_bytes(bytes(range(256)))
    (tmp_path / "empty.yaml").write_text("", "utf-8")
    (tmp_path / "list.yaml").write_text("[1, 2]", "utf-8")
    (tmp_path / "large.yaml").write_text("a: b\n" * 100_000, "utf-8")
    (tmp_path / "wrong.yaml").write_text("commitment: comitted", "utf-8")
    (tmp_path / "tactic.yaml").write_text("considering: [fly_away]", "utf-8")
    (tmp_path / "deep.yaml").write_text("[" * 5_000, "utf-8")
    (tmp_path / "folder").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        "recommend missing.yaml",
        "recommend folder",
        "recommend latin.yaml",
        "recommend binary",
        "recommend empty.yaml",
        "recommend list.yaml",
        "recommend large.yaml",
        "recommend wrong.yaml",
        "recommend tactic.yaml",
        "recommend deep.yaml",
        "recommend good.yaml --rules missing",
        "recommend good.yaml --rules folder",
        "recommend good.yaml --resources missing.yaml",
        "recommend good.yaml --resources binary",
        "recommend good.yaml --resources folder",
        "recommend good.yaml --as-of yesterday",
        "recommend good.yaml --format pdf",
        "recommend good.yaml --engine guess",
        "recommend",
        "ask --rules missing",
        "check missing",
        "check good.yaml",
        "fly",
        "",
    ],
)
def test_a_mistake_gets_a_line_and_the_exit_code_2(
    arguments: str, place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(place)
    assert main(arguments.split()) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.strip()
    assert "Traceback" not in shown.err


@pytest.mark.skipif(NT or os.geteuid() == 0, reason="everything may be read here")
def test_a_file_that_may_not_be_read_is_a_mistake_too(place: Path) -> None:
    (place / "good.yaml").chmod(0)
    assert main(["recommend", str(place / "good.yaml")]) == 2


def test_a_wrong_answer_is_shown_with_its_place_and_the_nearest_one(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(place)
    main(["recommend", "wrong.yaml"])
    assert capsys.readouterr().err.startswith("wrong.yaml:1:13: NC402: ")


def test_help_and_version_are_fine(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "recommend" in capsys.readouterr().out
    assert main(["--version"]) == 0
    library, rules = capsys.readouterr().out.splitlines()
    assert library.startswith("nocontact 0.")
    assert rules.startswith("rules nocontact 0.")


def test_the_help_of_ask_says_what_stays_on_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--help"]) == 0
    assert "stays on this screen" in " ".join(capsys.readouterr().out.split())


def test_standard_input_may_be_closed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["recommend", "-"]) == 2
    assert "standard input" in capsys.readouterr().err


def test_standard_input_may_hold_no_text(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe\x00")))
    assert main(["recommend", "-"]) == 2
    assert "UTF-8" in capsys.readouterr().err


def test_standard_output_may_be_closed(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["recommend", str(place / "good.yaml")]) == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk here")
def test_a_full_disk_is_told_in_a_line(place: Path) -> None:
    command = [sys.executable, "-m", "nocontact", "recommend", str(place / "good.yaml")]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 2
    assert done.stderr.splitlines() == ["nocontact: the output: No space left on device"]


@pytest.mark.skipif(NT or not Path("/dev/full").exists(), reason="there is no full disk here")
@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("check folder | head -n 1", 1, "NC"),
        ("check folder 2>&-", 1, "NC"),
        ("check folder 2>/dev/full", 1, "NC"),
        ("check folder >/dev/full", 1, ""),
        ("check folder >&- 2>&-", 1, ""),
        ("explain | head -n 1", 0, "Codes"),
        ("--help | true", 0, ""),
        ("explain 2>/dev/full", 0, "Codes"),
        ("explain >/dev/full 2>/dev/full", 2, ""),
        ("types --to /dev/null >&-", 0, ""),
        ("check missing 2>/dev/full", 2, ""),
        ("fly 2>&-", 2, ""),
        ("check missing 2>&1 | true", 2, ""),
        ("ask 2>&- </dev/null", 2, ""),
    ],
)
def test_what_was_found_decides_the_exit_code_whoever_stopped_reading(
    line: str, code: int, said: str, place: Path
) -> None:
    command, _, reader = line.partition(" | ")
    run = f"{sys.executable} -m nocontact {command}"
    piped = f"{run} | {reader}" if reader else run
    script = f'{piped}\nexit "${{PIPESTATUS[0]}}"'
    done = subprocess.run(["bash", "-c", script], cwd=place, capture_output=True, text=True)
    assert done.returncode == code
    assert said in done.stdout
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


STEERING = "x\x1b[31my\u202ez\u2066\x9b\nnocontact: nothing found"


@pytest.mark.parametrize(
    "arguments",
    [
        ["fly", STEERING],
        [STEERING],
        [f"--{STEERING}"],
        ["recommend", "good.yaml", STEERING],
        ["recommend", STEERING],
        ["recommend", "good.yaml", "--resources", STEERING],
        ["recommend", "good.yaml", "--rules", STEERING],
        ["recommend", "good.yaml", "--language", STEERING],
        ["recommend", "good.yaml", "--as-of", STEERING],
        ["recommend", "good.yaml", "--format", STEERING],
        ["recommend", "good.yaml", "--engine", STEERING],
        ["check", STEERING],
        ["compare", STEERING, f"HEAD:{STEERING}"],
        ["compare", f"HEAD:{STEERING}", STEERING],
        ["explain", STEERING],
        ["why", "good.yaml", STEERING],
        ["why", "good.yaml", "wall", "--not", STEERING],
        ["why", "good.yaml", "wall", "--depth", STEERING],
        ["graph", "good.yaml", STEERING],
        ["what-if", "good.yaml", STEERING],
        ["what-if", "good.yaml", f"hope={STEERING}"],
        ["what-if", "good.yaml", f"{STEERING}=yes"],
        ["types", STEERING],
        ["types", "--name", STEERING],
        ["types", "--to", STEERING + "/a"],
        ["prove", STEERING],
        ["prove", "--recheck", STEERING],
        ["prove", "--nodes", STEERING],
        ["coverage", "--cases", STEERING],
        ["coverage", "--fail-under", STEERING],
        ["mutate", "--decision", STEERING],
        ["stats", "--only", STEERING],
        ["stats", STEERING],
    ],
    ids=lambda arguments: " ".join(arguments).replace(STEERING, "X"),
)
def test_no_argument_comes_back_as_it_stands(
    arguments: list[str],
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(place)
    assert main(arguments) == 2
    shown = capsys.readouterr()
    assert not {*"\x1b\u202e\u2066\x9b"} & {*shown.out, *shown.err}
    assert "nocontact: nothing found" not in shown.err.splitlines()


def _start(*arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "nocontact", *arguments]
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=pipe, preexec_fn=None if NT else _hears_ctrl_c
    )


def _hears_ctrl_c() -> None:
    """A child of tests that run in the background would be deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(NT, reason="pipes break otherwise there")
def test_a_reader_that_leaves_early_hears_no_complaint(place: Path) -> None:
    running = _start("recommend", str(place / "good.yaml"), "--engine", "reference")
    assert running.stdin and running.stdout and running.stderr
    running.stdin.close()
    running.stdout.close()
    assert running.stderr.read() == b""
    running.stderr.close()
    assert running.wait(timeout=60) == 0


@pytest.mark.skipif(NT, reason="signals are different there")
def test_ctrl_c_leaves_without_a_word() -> None:
    running = _start("ask")
    assert running.stdin and running.stdout and running.stderr
    asked = b""
    while not asked.endswith(b"> "):
        asked += running.stderr.read(1)
    running.send_signal(signal.SIGINT)
    assert running.stderr.read() == b""
    assert running.stdout.read() == b""
    assert running.wait(timeout=60) == 130
    for stream in (running.stdin, running.stdout, running.stderr):
        stream.close()
