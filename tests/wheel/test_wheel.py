"""The wheel, built and installed as a user installs it, works from any folder, with nothing of the checkout in reach."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.terminal.raw import RawTerminal

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    done = subprocess.run(
        [sys.executable, "-m", "build", "--quiet", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of a new environment. paperterm is installed there from the wheel; the packages it depends on are those
    of the environment that runs the tests, put behind its own, so that no network is needed."""
    environment = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", environment], check=True, timeout=300)
    python = environment / "bin" / "python"
    pip: list[str | Path] = [
        python,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-index",
        "--no-deps",
    ]
    subprocess.run([*pip, wheel], check=True, timeout=300)
    where = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    )
    # A line of a .pth file is appended to sys.path; .pth files of that folder, such as an editable install's, are not read.
    Path(where.stdout.strip(), "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return environment / "bin"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    folder = tmp_path / "另一个 folder"
    folder.mkdir()
    return folder


def run(installed: Path, folder: Path, *words: str) -> str:
    done = subprocess.run(
        [installed / "paperterm", *words],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "PAPERTERM_HOME": str(folder / "home")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_holds_styles_samples_tables_and_licences(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = {name.partition("paperterm/")[2]: name for name in archive.namelist() if name.startswith("paperterm/")}
        licences = {Path(name).name for name in archive.namelist() if ".dist-info/licenses/" in name}
        for folder in ("seeds", "styles"):
            for path in (ROOT / folder).iterdir():
                assert archive.read(packed[f"{folder}/{path.name}"]) == path.read_bytes()
    tables = [
        *(ROOT / "src" / "paperterm").rglob("tables/*.txt"),
        *(ROOT / "src" / "paperterm").rglob("languages/*.txt"),
    ]
    assert {path.parent.name for path in tables} == {"tables", "languages"}
    assert {str(path.relative_to(ROOT / "src" / "paperterm")) for path in tables} <= set(packed)
    assert licences == {"LICENSE", "NOTICE"}


def test_the_wheel_brings_manual_and_completion_where_the_system_looks_for_them(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        shared = {name.partition(".data/data/")[2] for name in archive.namelist() if ".data/data/" in name}
    assert {"share/man/man1/paperterm.1", "share/bash-completion/completions/paperterm"} <= shared
    assert {"share/zsh/site-functions/_paperterm", "share/fish/vendor_completions.d/paperterm.fish"} <= shared


def test_the_installed_program_is_the_wheels_and_not_the_checkouts(installed: Path, elsewhere: Path) -> None:
    code = "import paperterm; print(paperterm.__file__)"
    found = subprocess.run(
        [installed / "python", "-c", code], cwd=elsewhere, check=True, capture_output=True, text=True
    ).stdout
    assert Path(found.strip()).is_relative_to(installed.parent)


def test_it_says_its_version(installed: Path, elsewhere: Path) -> None:
    assert run(installed, elsewhere, "--version").startswith("paperterm 0.")


def test_it_lists_the_issues_of_its_samples(installed: Path, elsewhere: Path) -> None:
    issues = json.loads(run(installed, elsewhere, "issues", "--json"))["issues"]
    assert {"工人日报", "辽源日报"} <= {issue["paper"] for issue in issues}
    sources = [Path(page["source"]) for issue in issues for page in issue["pages"]]
    assert len(sources) == 5
    assert all(source.is_relative_to(installed.parent) for source in sources)


def test_it_opens_the_reader_from_any_folder(installed: Path, elsewhere: Path) -> None:
    home = {"HOME": str(elsewhere), "PAPERTERM_HOME": str(elsewhere / "home")}
    with RawTerminal([installed / "paperterm"], home, folder=elsewhere) as terminal:
        terminal.wait("产业工人有值得仰望的")
        terminal.wait_quiet()
        terminal.type("q")
        assert terminal.wait_ended() == 0
