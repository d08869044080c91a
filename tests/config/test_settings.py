"""Settings: what is good counts, what is not is told with its place, and nothing keeps the reader from starting."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperterm.config.lines import key_lines
from paperterm.config.option import Choice, Number, Switch, written
from paperterm.config.reading import MOST_BYTES, read_settings
from paperterm.config.settings import SECTIONS, Settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def read(file: Path, text: str) -> Settings:
    file.write_text(text, encoding="utf-8")
    return read_settings(file)


def told(file: Path, text: str) -> str:
    """What is said of a file in which one thing is wrong."""
    (problem,) = read(file, text).problems
    return str(problem).removeprefix(str(file))


def test_without_a_file_the_defaults_hold(file: Path) -> None:
    settings = read_settings(file)
    assert settings.problems == ()
    assert (settings.reading.measure, settings.look.theme, settings.keys) == (40, "dark", {})


def test_what_is_stated_counts_and_what_is_not_keeps_its_default(file: Path) -> None:
    settings = read(file, '[reading]\nmeasure = 32\nhanging = true\n[look]\ntheme = "sepia"\n')
    assert settings.problems == ()
    assert (settings.reading.measure, settings.reading.hanging, settings.reading.indent) == (32, True, 2)
    assert settings.look.theme == "sepia"


def test_a_byte_order_mark_is_no_fault(file: Path) -> None:
    file.write_bytes(b'\xef\xbb\xbf[look]\ntheme = "light"\n')
    assert read_settings(file).look.theme == "light"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[reading]\nmeasur = 3\n", ", line 2: There is no setting measur in [reading]. Did you mean measure?"),
        ("[redaing]\nmeasure = 30\n", ", line 1: There is no setting [redaing]. Did you mean [reading]?"),
        ("measure = 30\n", ", line 1: There is no setting measure. Did you mean [reading] measure?"),
        ('[reading]\ntheme = "dark"\n', ", line 2: There is no setting theme in [reading]. Did you mean [look] theme?"),
        (
            '\n[look]\n\ntheme = "drak"\n',
            ', line 4: theme takes one of dark, light, sepia, terminal, not "drak"; dark holds. Did you mean dark?',
        ),
        ("[reading]\nmeasure = 400\n", ", line 2: measure takes a whole number from 8 to 60, not 400; 40 holds."),
        ("[reading]\nmeasure = true\n", ", line 2: measure takes a whole number from 8 to 60, not true; 40 holds."),
        ('[reading]\nhanging = "yes"\n', ', line 2: hanging takes true or false, not "yes"; false holds.'),
        (
            "reading = 3\n",
            ", line 1: reading is a table of settings: write [reading], and its settings on lines of their own.",
        ),
        ("[keys]\n\nnote.add = 3\n", ', line 3: note.add takes a key or a list of keys, as in "J" or ["J", "ctrl+n"].'),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_the_nearest_right_word(file: Path, text: str, sentence: str) -> None:
    assert told(file, text) == sentence


def test_what_is_right_beside_it_counts_all_the_same(file: Path) -> None:
    settings = read(file, "[reading]\nmeasure = 30\nindnt = 1\n")
    assert settings.reading.measure == 30
    assert len(settings.problems) == 1


def test_a_file_that_is_no_toml_is_told_with_line_and_column(file: Path) -> None:
    assert told(file, "[look]\ntheme: dark\n").startswith(", line 2: column 6: ")


def test_a_file_that_is_not_utf_8_is_told_with_its_line(file: Path) -> None:
    file.write_bytes('[look]\n# 颜色\ntheme = "dark"\n'.encode("gb18030"))
    (problem,) = read_settings(file).problems
    assert problem.line == 2
    assert "UTF-8" in problem.sentence


def test_a_folder_in_its_place_is_told(file: Path) -> None:
    file.mkdir()
    (problem,) = read_settings(file).problems
    assert "is a directory" in problem.sentence


def test_a_huge_file_is_told_and_not_read_to_its_end(file: Path) -> None:
    file.write_bytes(b"#" * (MOST_BYTES + 1))
    (problem,) = read_settings(file).problems
    assert "too large" in problem.sentence


def test_reading_never_writes(file: Path) -> None:
    text = "# mine\n[future]\nthing = 1\n"
    read(file, text)
    assert file.read_text("utf-8") == text
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize(
    "text", ['[keys]\nlist.open = "o"', '[keys]\n"list.open" = ["o"]', 'keys = {"list.open" = "o"}']
)
def test_the_dot_of_an_action_may_be_quoted_or_not(file: Path, text: str) -> None:
    assert read(file, text).keys == {"list.open": ("o",)}


@given(st.binary(max_size=200))
def test_any_bytes_give_settings_and_at_most_sentences(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "config.toml"
    path.write_bytes(data)
    settings = read_settings(path)
    assert all(problem.sentence.endswith((".", "?")) for problem in settings.problems)


bare = st.text("abcdefgh-_09", min_size=1, max_size=6)
dotted = st.lists(bare, min_size=1, max_size=3, unique=True)
toml_values = st.one_of(
    st.integers(-99, 99).map(str),
    st.sampled_from(
        [
            '"a # b = [c]"',
            "'it''s'".replace("''", ""),
            "true",
            '"""two\nlines = 3\n[no]"""',
            "[1,\n2, # c\n3]",
            '{a = "]"}',
        ]
    ),
)


@given(st.lists(st.tuples(dotted, toml_values, st.integers(0, 2)), max_size=6), bare)
def test_every_key_is_found_on_the_line_where_it_was_written(
    entries: list[tuple[list[str], str, int]], table: str
) -> None:
    lines, expected = [f"[{table}]"], {table: 1}
    for number, (path, value, blanks) in enumerate(entries):
        lines += [""] * blanks
        name = [*path[:-1], f"{path[-1]}{number}x"]  # so that no key is written twice
        if len(name) > 1:
            name[0] = f"t{number}"
        written_name = ".".join(f'"{part}"' if index % 2 else part for index, part in enumerate(name))
        expected[".".join([table, *name])] = sum(line.count("\n") + 1 for line in lines) + 1
        lines.append(f"{written_name} = {value}  # {written_name} = 1")
    text = "\n".join(lines)
    tomllib.loads(text)
    assert key_lines(text) == expected


def test_every_option_has_help_and_takes_its_own_default() -> None:
    for section in SECTIONS.values():
        assert section.__doc__
        for name, option in section.OPTIONS.items():
            assert option.help[0].isupper(), name
            assert option.help.endswith("."), name
            assert option.read(option.default) == option.default


@given(st.one_of(st.integers(-5, 100), st.booleans(), st.text(max_size=5), st.floats(allow_nan=False), st.none()))
def test_an_option_takes_a_value_of_its_kind_or_refuses_it(value: object) -> None:
    for option in (Number(3, "", 0, 9), Switch(True, ""), Choice("a", "", ("a", "b"))):
        try:
            assert option.read(value) == value
        except ValueError as error:
            assert str(error).startswith("takes ")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20))
def test_a_text_is_written_as_toml_reads_it(text: str) -> None:
    assert tomllib.loads(f"a = {written(text)}") == {"a": text}
