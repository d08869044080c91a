"""`paperterm config`, and what settings change in the commands."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from paperterm.actions.reader import ACTIONS
from paperterm.config.settings import SECTIONS
from paperterm.notebook.reading import Reading
from tests.cli.conftest import Run


@pytest.fixture
def settings(home: Path) -> Path:
    home.mkdir(exist_ok=True)
    return home / "config.toml"


def test_the_path_is_in_the_folder_of_all_data_and_nothing_is_made(paperterm: Run, home: Path) -> None:
    ran = paperterm("config", "path", "--json")
    assert (ran.code, ran.json["path"], ran.json["exists"]) == (0, str(home / "config.toml"), False)
    assert not home.exists()


def test_show_says_what_holds_and_where_it_was_stated(paperterm: Run, settings: Path) -> None:
    settings.write_text('[reading]\n\nmeasure = 30\n[keys]\n"note.add" = "N"\n', encoding="utf-8")
    ran = paperterm("config", "show", "--json")
    by_key = {one["key"]: one for one in ran.json["settings"]}
    assert (by_key["reading.measure"]["value"], by_key["reading.measure"]["line"]) == (30, 3)
    assert (by_key["reading.indent"]["value"], by_key["reading.indent"]["line"]) == (2, None)
    assert ran.json["keys"] == {"note.add": ["N"]}
    assert ran.code == 0
    assert "reading.measure = 30" in paperterm("config", "show").out


def test_keys_are_those_that_the_reader_has(paperterm: Run, settings: Path) -> None:
    settings.write_text('[keys]\n"history.undo" = "ctrl+z"\n', encoding="utf-8")
    ran = paperterm("config", "keys", "--json")
    by_action = {one["action"]: one for one in ran.json["keys"]}
    assert set(by_action) == {action.id for action in ACTIONS}
    assert (by_action["history.undo"]["keys"], by_action["history.undo"]["default"]) == (["^Z"], ["u"])
    assert "^Z brings it back" in by_action["record.remove"]["help"]


def test_check_fails_with_file_line_and_the_nearest_right_key(paperterm: Run, settings: Path) -> None:
    settings.write_text('[reading]\nmesure = 30\n[keys]\n"note.add" = "n"\n', encoding="utf-8")
    ran = paperterm("config", "check")
    assert ran.code == 1
    assert f"{settings}, line 2: There is no setting mesure in [reading]. Did you mean measure?" in ran.out
    assert f"{settings}, line 4: n went from hit.next to note.add" in ran.out


def test_check_is_content_with_settings_that_are_right(paperterm: Run, settings: Path) -> None:
    settings.write_text("[reading]\nmeasure = 30\n", encoding="utf-8")
    assert paperterm("config", "check", "--json").json["problems"] == []
    assert paperterm("config", "check").code == 0


def test_the_sample_states_nothing_and_with_its_signs_taken_away_everything(paperterm: Run, settings: Path) -> None:
    sample = paperterm("config", "sample").out
    assert tomllib.loads(sample) == {**{name: {} for name in SECTIONS}, "keys": {}}
    lines = [line[2:] if line.startswith("# ") and " = " in line else line for line in sample.split("\n")]
    stated = tomllib.loads("\n".join(lines))
    for name, section in SECTIONS.items():
        assert stated[name] == {key: option.default for key, option in section.OPTIONS.items()}
    assert set(stated["keys"]) == {action.id for action in ACTIONS}
    settings.write_text("\n".join(lines), encoding="utf-8")
    assert paperterm("config", "check").code == 0


def test_a_bad_file_keeps_no_command_from_its_work(paperterm: Run, samples: Path) -> None:
    (samples / "config.toml").write_bytes(b"\xff\xfe[")
    assert paperterm("issues").code == 0
    assert paperterm("config", "show").code == 0


def test_no_control_character_of_the_settings_reaches_the_terminal(paperterm: Run, settings: Path) -> None:
    settings.write_text('"\\u001b[31mred" = 1\n[keys]\n"\\u009b2J" = "x"\n', encoding="utf-8")
    for command in ("check", "show", "keys"):
        ran = paperterm("config", command)
        assert "\x1b" not in ran.out + ran.err
        assert "\x9b" not in ran.out + ran.err


def test_the_history_is_as_long_as_the_settings_say(paperterm: Run, samples: Path) -> None:
    reading = Reading(samples / "reading.sqlite")
    issues = paperterm("issues", "--json").json["issues"]
    for article in [a for issue in issues for page in issue["pages"] for a in page["articles"]][:5]:
        reading.remember(article["id"], 0, 0, 0.5)
    reading.close()
    assert len(paperterm("history", "--json").json["history"]) == 5
    (samples / "config.toml").write_text("[history]\nlength = 3\n", encoding="utf-8")
    assert len(paperterm("history", "--json").json["history"]) == 3


@pytest.mark.parametrize("words", [("--theme", "pink"), ("--lang", "de")])
def test_an_unknown_theme_or_language_is_wrong_use(words: tuple[str, str], paperterm: Run) -> None:
    ran = paperterm(*words)
    assert ran.code == 2
    assert words[1] in ran.err
