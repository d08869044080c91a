"""One server for the questions that change nothing of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.serving.served import Served, served


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("served") / "home") as found:
        yield found
