from __future__ import annotations

import itertools
import json
import os
import pkgutil
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

import paperterm.text
from paperterm.text import segment

WITHOUT_RJIEBA = "import sys\nsys.modules['rjieba'] = None\n"
"""What makes a program believe that only jieba is installed."""
AS_JSON = str.maketrans({"(": '"', ")": '"'})
SEED = Path(__file__).parents[2] / "seeds" / "000_59ca8d034c031d9f.txt"


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cache") / "deep" / "er"
    segment.prepare(folder)
    return folder


def test_words_are_cut_where_a_reader_would():
    text = "产业工人队伍，建设 ABC 改革。"
    assert [text[s:e] for s, e in segment.words(text)] == ["产业工人", "队伍", "建设", "ABC", "改革"]


def test_words_of_a_page_are_in_order_and_hold_all_its_letters():
    text = SEED.read_text(encoding="utf-8")
    words = segment.words(text)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(words))
    inside = set().union(*(range(s, e) for s, e in words))
    assert all(not text[i].isalnum() for i in range(len(text)) if i not in inside)


def test_the_word_under_an_offset():
    text = "株洲的工匠精神，很好"
    assert text[slice(*segment.word_at(text, 4))] == "工匠"
    assert segment.word_at(text, 7) == (7, 8)
    assert segment.word_at(text, len(text)) == (len(text), len(text))
    with pytest.raises(IndexError, match="-1"):
        segment.word_at(text, -1)


def test_a_word_in_a_very_long_run_is_found_near_its_offset():
    text = "产业工人" * 20_000
    assert segment.word_at(text, 40_001) == (40_000, 40_004)


def test_the_dictionary_is_kept_in_the_folder_that_was_prepared_and_read_from_there(tmp_path):
    code = (
        "from pathlib import Path\nfrom paperterm.text import segment\nimport jieba\n"
        f"segment.prepare(Path({str(tmp_path / 'deep' / 'er')!r}))\n"
        "made = []\nmake = jieba.dt.gen_pfdict\njieba.dt.gen_pfdict = lambda file: made.append(file) or make(file)\n"
        "print(segment.words('产业工人队伍'), len(made))"
    )
    words = "[(0, 4), (4, 6)]"
    assert run(WITHOUT_RJIEBA + code).stdout == f"{words} 1\n"
    (kept,) = (tmp_path / "deep" / "er").iterdir()
    assert run(WITHOUT_RJIEBA + code).stdout == f"{words} 0\n"
    for damage in (kept.read_bytes()[:-1000], b"", b"nonsense"):
        kept.write_bytes(damage)
        assert run(WITHOUT_RJIEBA + code).stdout == f"{words} 1\n"
    assert list((tmp_path / "deep" / "er").iterdir()) == [kept]


def test_both_cut_the_same_words_and_say_who_does():
    code = (
        f"from pathlib import Path\nfrom paperterm.text import segment\ntext = Path({str(SEED)!r}).read_text('utf-8')\n"
        "found = segment.words(text)\nimport sys\n"
        "print([name for name in ('rjieba', 'jieba') if sys.modules.get(name)], found)"
    )
    (rust, mine), (python, theirs) = (done.stdout.split("] ", 1) for done in (run(code), run(WITHOUT_RJIEBA + code)))
    assert (rust, python) == ("['rjieba'", "['jieba'")
    one, other = set(json.loads(mine.translate(AS_JSON))), set(json.loads(theirs.translate(AS_JSON)))
    assert len(one & other) > 0.99 * max(len(one), len(other)) > 1000
    assert segment.cutter() == "rjieba"


def test_words_are_at_hand_once_they_were_loaded_behind():
    code = (
        "from paperterm.text import segment\nprint(segment.ready())\nsegment.load_behind()\nsegment.load_behind()\n"
        "segment._loading.join()\nprint(segment.ready(), segment.words('工匠'))"
    )
    for before in ("", WITHOUT_RJIEBA):
        assert run(before + code).stdout == "False\nTrue [(0, 2)]\n"


def test_several_threads_may_ask_first():
    code = (
        "import threading, tempfile, pathlib\nfrom paperterm.text import segment\n"
        "segment.prepare(pathlib.Path(tempfile.mkdtemp()))\nout = []\n"
        "ts = [threading.Thread(target=lambda: out.append(segment.words('工匠精神'))) for _ in range(4)]\n"
        "[t.start() for t in ts]; [t.join() for t in ts]\nprint(out == [[(0, 2), (2, 4)]] * 4)"
    )
    done = run(WITHOUT_RJIEBA + code)
    assert (done.stdout, done.stderr) == ("True\n", "")


def test_an_unwritable_cache_is_no_reason_to_fail_or_to_speak(tmp_path):
    (tmp_path / "file").write_text("")
    code = (
        "from pathlib import Path\nfrom paperterm.text import segment\n"
        f"segment.prepare(Path({str(tmp_path / 'file' / 'cache')!r}))\nprint(segment.words('工匠'))"
    )
    done = run(WITHOUT_RJIEBA + code)
    assert (done.stdout, done.stderr) == ("[(0, 2)]\n", "")


def test_without_a_prepared_folder_nothing_is_left_in_the_shared_temporary_folder(tmp_path):
    done = run(
        WITHOUT_RJIEBA + "from paperterm.text import segment\nprint(segment.words('工匠'))", TMPDIR=str(tmp_path)
    )
    assert (done.stdout, done.stderr) == ("[(0, 2)]\n", "")
    assert list(tmp_path.iterdir()) == []


def test_importing_the_text_room_loads_neither_jieba_nor_what_made_its_tables():
    names = [f"paperterm.text.{module.name}" for module in pkgutil.iter_modules(paperterm.text.__path__)]
    assert "paperterm.text.segment" in names
    done = run(
        f"import sys, {', '.join(names)}\nprint({{'jieba', 'rjieba', 'pypinyin', 'opencc', 'rich', 'textual'}} & set(sys.modules))"
    )
    assert done.stdout == "set()\n"


def run(code, **environment):
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, **environment}
    )


def test_words_may_be_asked_for_from_a_thread():
    out = []
    thread = Thread(target=lambda: out.append(segment.words("工匠")))
    thread.start()
    thread.join()
    assert out == [[(0, 2)]]
