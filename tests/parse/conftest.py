from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).resolve()
GOLD = HERE.parents[1] / "gold"
SEEDS = HERE.parents[2] / "seeds"


def load_judge() -> ModuleType:
    """tests/gold/score.py as a module."""
    spec = importlib.util.spec_from_file_location("gold_score", GOLD / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def judge() -> ModuleType:
    return load_judge()


@pytest.fixture(scope="session")
def seeds() -> list[str]:
    """The texts of the sample pages, line ends as they are."""
    return [path.read_bytes().decode("utf-8-sig") for path in sorted(SEEDS.glob("*.txt"))]
