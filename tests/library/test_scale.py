"""Importing many pages: side by side, again, moved, gone, stopped, with a process that dies."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import threading
from collections import Counter
from pathlib import Path

import pytest

from paperterm.ingest import helper, prepare, workers
from paperterm.library import schema
from paperterm.library.account import Halted, Progress
from paperterm.library.engine import LibraryError
from paperterm.library.importing import import_paths
from paperterm.library.rehearsing import rehearse
from paperterm.library.sqlite import SqliteLibrary
from paperterm.model import IssueFacts

PAGES = 40


def text(number: int) -> str:
    return f"# 第{number}条消息\n\n本报讯(记者甲)" + f"第{number}页的正文写到这里。" * 10


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    for number in range(PAGES):
        page = folder / "大江日报" / f"2025-03-{number % 5 + 1:02d}" / f"{number}.txt"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text(number), encoding="utf-8")
    return folder


def contents(library: SqliteLibrary) -> list[object]:
    """All that lists show, and every page's text."""
    issues = library.issues()
    pages = [page for issue in issues for page in library.pages(issue.paper, issue.date)]
    return [issues, pages, [library.raw(sha256) for sha256 in library.all_pages()]]


def test_side_by_side_gives_the_same_library_as_one_after_the_other(
    library: SqliteLibrary, papers: Path, tmp_path: Path
) -> None:
    alone = SqliteLibrary(tmp_path / "alone.sqlite")
    assert import_paths(alone, [papers], jobs=1) == import_paths(library, [papers], jobs=3)
    assert contents(alone) == contents(library)
    assert import_paths(library, [], rebuild=True, jobs=3).changed == PAGES
    assert contents(alone) == contents(library)
    alone.close()


def test_a_few_pages_start_no_process(library: SqliteLibrary, papers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(helper.subprocess, "Popen", None)
    few = sorted(papers.rglob("*.txt"))[: workers.FEW - 1]
    assert import_paths(library, few, jobs=4).added == len(few)


def test_what_is_told_is_safe_and_several_pages_are_one_transaction(library: SqliteLibrary, papers: Path) -> None:
    told: list[tuple[int, int]] = []

    def listen(progress: Progress) -> None:
        with sqlite3.connect(library.path) as reader:
            pages = reader.execute("SELECT count(*) FROM pages").fetchone()[0]
        told.append((progress.done, pages))

    import_paths(library, [papers], progress=listen, jobs=2)
    assert [done for done, _ in told] == list(range(1, PAGES + 1))
    assert all(pages >= done for done, pages in told)


def test_a_process_that_is_killed_is_told_for_its_file(
    library: SqliteLibrary, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = helper.Helper.started
    crew: list[int] = []

    def watched(work: object) -> helper.Helper:
        worker = started(work)  # type: ignore[arg-type]
        crew.append(worker.process.pid)
        return worker

    monkeypatch.setattr(helper.Helper, "started", watched)
    large = [papers / f"{number}.txt" for number in range(workers.FEW)]
    for page in large:  # each takes a while
        page.write_text(page.stem + "\n\n第一段写到这里。" * 5_000, encoding="utf-8")

    def kill(progress: Progress) -> None:
        if progress.done == 1:
            os.kill(crew[0], signal.SIGKILL)

    summary = import_paths(library, large, progress=kill, jobs=2)
    (problem,) = summary.skipped
    assert "was killed" in problem.sentence
    assert summary.added == workers.FEW - 1
    assert import_paths(library, large, jobs=1).added == 1


def test_an_unchanged_library_is_told_by_one_query_and_no_file_is_opened(
    library: SqliteLibrary, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_paths(library, [papers], jobs=1)
    monkeypatch.setattr(prepare, "read_file", None)
    said: list[str] = []
    library._connections.get().set_trace_callback(said.append)
    assert import_paths(library, [papers]).unchanged == PAGES
    assert len([statement for statement in said if statement.startswith("SELECT")]) == 1


def test_a_touched_file_is_read_but_not_parsed(
    library: SqliteLibrary, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_paths(library, [papers], jobs=1)
    monkeypatch.setattr(prepare, "parse_page", None)
    for page in papers.rglob("*.txt"):
        os.utime(page, ns=(1, 1))
    assert import_paths(library, [papers], jobs=1).unchanged == PAGES


def test_many_pages_of_one_size_are_told_apart(library: SqliteLibrary, tmp_path: Path) -> None:
    folder = tmp_path / "same"
    folder.mkdir()
    for number in range(100):
        (folder / f"{number}.txt").write_text(f"# 题\n\n正文{number + 100}写在这里。\n", encoding="utf-8")
    import_paths(library, [folder])
    for page in folder.iterdir():
        os.utime(page, ns=(1, 1))
    (folder / "3.txt").write_text("# 题\n\n正文300写在这里。\n", encoding="utf-8")
    (folder / "4.txt").rename(folder / "new.txt")
    for tried in (rehearse(library.known_files(), [folder], jobs=2), import_paths(library, [folder], jobs=2)):
        assert (tried.changed, tried.moved, tried.unchanged) == (1, 1, 98)


# -- moved and missing


def test_moved_files_keep_their_pages(library: SqliteLibrary, papers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import_paths(library, [papers], jobs=1)
    ids, shas = [a.id for a in library.pages("大江日报", "2025-03-01")[0].articles], library.all_pages()
    monkeypatch.setattr(prepare, "parse_page", None)
    (papers / "大江日报").rename(papers / "旧报")
    summary = import_paths(library, [papers], jobs=1)
    assert (summary.moved, summary.added, summary.unchanged, summary.missing) == (PAGES, 0, 0, ())
    assert library.all_pages() == shas
    assert all("旧报" in str(source) for sha in shas for source in library.sources(sha))
    assert library.article(ids[0]).head.source.startswith(str(papers / "旧报"))
    assert import_paths(library, [papers]).unchanged == PAGES


def test_a_copy_is_a_second_source_and_not_a_move(library: SqliteLibrary, papers: Path, tmp_path: Path) -> None:
    import_paths(library, [papers], jobs=1)
    shutil.copytree(papers, tmp_path / "copy")
    summary = import_paths(library, [tmp_path / "copy"], jobs=1)
    assert (summary.moved, summary.added, summary.unchanged) == (0, 0, PAGES)
    assert all(len(library.sources(sha)) == 2 for sha in library.all_pages())


def test_pages_renamed_one_after_the_other_are_all_still_there(library: SqliteLibrary, papers: Path) -> None:
    folder = papers / "大江日报" / "2025-03-01"
    import_paths(library, [folder], jobs=1)
    texts = Counter(map(library.raw, library.all_pages()))
    names = sorted(folder.iterdir(), key=lambda path: int(path.stem))
    for path in reversed(names):
        path.rename(path.with_name(f"{int(path.stem) + 5}.txt"))
    import_paths(library, [folder], jobs=1)
    assert Counter(map(library.raw, library.all_pages())) == texts
    assert import_paths(library, [folder]).unchanged == len(names)


def test_missing_files_are_told_and_their_pages_stay(library: SqliteLibrary, papers: Path) -> None:
    import_paths(library, [papers], jobs=1)
    gone = sorted((papers / "大江日报" / "2025-03-01").iterdir())
    shutil.rmtree(gone[0].parent)
    for _ in range(2):
        summary = import_paths(library, [papers])
        assert (sorted(summary.missing), summary.skipped, summary.unchanged) == (gone, (), PAGES - len(gone))
    assert len(library.all_pages()) == PAGES
    assert import_paths(library, [papers / "大江日报" / "2025-03-02"]).missing == ()


def test_a_file_of_another_ending_that_was_named_once_is_not_missing(library: SqliteLibrary, papers: Path) -> None:
    odd = papers / "page.ocr"
    odd.write_text(text(1_000), encoding="utf-8")
    import_paths(library, [odd])
    assert import_paths(library, [papers]).missing == ()


def test_a_forgotten_page_is_gone_and_can_be_imported_again(library: SqliteLibrary, papers: Path) -> None:
    import_paths(library, [papers], jobs=1)
    (head, *_) = library.pages("大江日报", "2025-03-01")
    last = _last_article(library)
    with library.changes() as change:
        change.forget(head.sha256)
    assert (len(library.all_pages()), library.head(head.articles[0].id)) == (PAGES - 1, None)
    assert import_paths(library, [papers]).added == 1
    assert library.head(head.articles[0].id) is not None
    assert _last_article(library) > last


def test_numbers_of_articles_are_never_used_again(library: SqliteLibrary, papers: Path) -> None:
    page = papers / "大江日报" / "2025-03-05" / "39.txt"
    import_paths(library, [papers], jobs=1)
    before = _last_article(library)
    with library.changes() as change:
        change.forget(library.page_by_source(page) or "")
    import_paths(library, [page])
    assert _last_article(library) > before


def _last_article(library: SqliteLibrary) -> int:
    with sqlite3.connect(library.path) as connection:
        return int(connection.execute("SELECT max(seq) FROM articles").fetchone()[0])


def test_when_the_newest_version_is_forgotten_the_one_before_is_shown(library: SqliteLibrary, tmp_path: Path) -> None:
    shas = []
    for number, more in enumerate(("", "又一段。", "再一段。")):
        page = tmp_path / str(number) / "大江日报" / "2025-03-01" / "01.txt"
        page.parent.mkdir(parents=True)
        page.write_text(text(1) + more, encoding="utf-8")
        import_paths(library, [page])
        shas.append(library.page_by_source(page))
    for sha in reversed(shas):
        assert [page.sha256 for page in library.pages("大江日报", "2025-03-01")] == [sha]
        with library.changes() as change:
            change.forget(sha or "")


# -- stopped


def test_ctrl_c_keeps_what_was_committed_and_gives_an_account(library: SqliteLibrary, papers: Path) -> None:
    def interrupt(progress: Progress) -> None:
        if progress.done == 10:
            raise KeyboardInterrupt

    summary = import_paths(library, [papers], override=IssueFacts(paper="海报"), progress=interrupt, jobs=2)
    assert summary.stopped
    assert summary.added == len(library.all_pages()) >= 10
    assert set(summary.stated) <= set(library.all_pages())
    rest = import_paths(library, [papers], jobs=2)
    assert (rest.added, rest.unchanged) == (PAGES - summary.added, summary.added)


def test_whoever_imports_may_want_no_more(library: SqliteLibrary, papers: Path) -> None:
    summary = import_paths(library, [papers], jobs=2, stop=lambda: True)
    assert (summary.stopped, summary.added) == (True, 0)


def test_it_works_beside_threads(library: SqliteLibrary, papers: Path) -> None:
    found = []
    thread = threading.Thread(target=lambda: found.append(import_paths(library, [papers], jobs=2)))
    thread.start()
    thread.join()
    assert found[0].added == PAGES


def test_a_full_library_keeps_what_it_has_and_says_so(
    library: SqliteLibrary, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "BATCH", 4)
    connection = library._connections.get()
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + 15}")
    with pytest.raises(Halted, match="disk is full") as halted:
        import_paths(library, [papers], override=IssueFacts(paper="海报"), jobs=2)
    assert halted.value.summary.added == len(library.all_pages()) > 0
    connection.execute("PRAGMA max_page_count = 1000000")
    assert import_paths(library, [papers], jobs=2).pages == PAGES


def test_a_second_writer_is_waited_for_and_then_told_of(
    library: SqliteLibrary, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "BUSY", 0.05)
    second = SqliteLibrary(library.path)
    with library.changes(), pytest.raises(LibraryError, match="another program"):
        import_paths(second, [papers], jobs=1)
    assert import_paths(second, [papers], jobs=1).added == PAGES
    second.close()


# -- what would be done


def test_a_rehearsal_says_what_the_import_then_does(library: SqliteLibrary, papers: Path) -> None:
    import_paths(library, [papers], jobs=1)
    first, second = papers / "大江日报" / "2025-03-01", papers / "大江日报" / "2025-03-02"
    (first / "0.txt").unlink()
    (first / "5.txt").rename(first / "77.txt")
    (second / "1.txt").write_text(text(1) + "补一段。", encoding="utf-8")
    os.utime(second / "6.txt", ns=(1, 1))
    for name in ("88.txt", "89.txt"):
        (second / name).write_text(text(88), encoding="utf-8")
    (second / "empty.txt").touch()
    for jobs in (1, 2):
        found = rehearse(library.known_files(), [papers, papers / "nowhere"], jobs=jobs)
        counts = (found.added, found.changed, found.moved, found.unchanged)
        assert counts == (1, 1, 1, PAGES - 3 + 1)
    assert len(library.all_pages()) == PAGES
    done = import_paths(library, [papers, papers / "nowhere"], jobs=1)
    assert (done.added, done.changed, done.moved, done.unchanged) == counts
    assert (done.missing, done.skipped) == (found.missing, found.skipped)
    assert len(done.skipped) == 2
