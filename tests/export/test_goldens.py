"""The bytes of every form are an interface: who changes them sees here what changes."""

from __future__ import annotations

import pytest

from tests.export.goldens import FOLDER, goldens

EXPECTED = dict(goldens())


@pytest.mark.parametrize("path", EXPECTED)
def test_an_export_has_the_bytes_that_it_had(path: str) -> None:
    assert EXPECTED[path].decode("utf-8") == (FOLDER / path).read_bytes().decode("utf-8")


def test_no_golden_is_left_over() -> None:
    assert {str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*") if path.is_file()} == set(EXPECTED)
