"""Files and folders in, an account out; one bad file never stops the rest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from paperterm import config
from paperterm.ingest import prepare
from paperterm.library.account import Progress
from paperterm.library.importing import import_paths
from paperterm.library.sqlite import SqliteLibrary
from paperterm.model import IssueFacts
from paperterm.parse import parse_page

TEXT = "# 产业工人有值得仰望的星空\n\n本报讯(记者方大丰)株洲整合资源力量,让工匠的价值被看见。\n"
OTHER = "# 金融活水助力企业做强做优\n\n本报讯(记者柳姗姗)白山市总工会预计年内发放贷款四千九百余万元。\n"


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers" / "工人日报" / "2025-03-25"
    folder.mkdir(parents=True)
    (folder / "01.txt").write_text(TEXT, encoding="gb18030")
    (folder / "02.txt").write_text(OTHER, encoding="utf-16")
    return tmp_path / "papers"


def test_a_folder_is_imported_with_what_its_names_say(library: SqliteLibrary, papers: Path) -> None:
    summary = import_paths(library, [papers])
    assert (summary.pages, summary.added, summary.skipped) == (2, 2, ())
    assert summary.articles == sum(issue.articles for issue in library.issues()) > 0
    (issue,) = library.issues()
    assert (issue.paper, issue.date, issue.pages) == ("工人日报", "2025-03-25", 2)
    assert [page.page for page in library.pages("工人日报", "2025-03-25")] == [1, 2]


def test_assumed_facts_are_kept_apart_from_printed_ones(library: SqliteLibrary, papers: Path) -> None:
    import_paths(library, [papers])
    sha = library.pages("工人日报", "2025-03-25")[0].sha256
    facts = library.facts(sha)
    assert facts.assumed == IssueFacts(paper="工人日报", date="2025-03-25", page=1)
    assert facts.printed.paper is None
    assert facts.stated is None


def test_the_text_is_kept_as_it_was(library: SqliteLibrary, papers: Path) -> None:
    import_paths(library, [papers])
    assert library.raw(library.pages("工人日报", "2025-03-25")[0].sha256) == TEXT


def test_a_page_comes_back_as_it_was_parsed(library: SqliteLibrary) -> None:
    for path in config.resources("seeds").glob("*.txt"):
        parsed = parse_page(path.read_text(encoding="utf-8"))
        import_paths(library, [path])
        sha = library.page_by_source(path)
        assert sha is not None
        kept = library.page(sha)
        assert kept.issue == parsed.issue
        assert (kept.furniture, kept.warnings) == (parsed.furniture, parsed.warnings)
        assert [a.blocks for a in kept.articles] == [a.blocks for a in parsed.articles]
        assert [a.id for a in kept.articles] == [a.id for a in parsed.articles]


def test_a_second_import_reads_only_what_changed(
    library: SqliteLibrary, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_paths(library, [papers])
    changed = papers / "工人日报" / "2025-03-25" / "02.txt"
    changed.write_text(OTHER + "\n新补一段话在这里。\n", encoding="utf-8")
    read: list[Path] = []
    whole = prepare.read_file
    monkeypatch.setattr(prepare, "read_file", lambda path: (read.append(path), whole(path))[1])
    summary = import_paths(library, [papers])
    assert read == [changed]
    assert (summary.added, summary.changed, summary.unchanged) == (0, 1, 1)


def test_a_touched_file_with_the_same_bytes_is_unchanged(library: SqliteLibrary, papers: Path) -> None:
    import_paths(library, [papers])
    for page in papers.rglob("*.txt"):
        os.utime(page, ns=(1, 1))
    assert import_paths(library, [papers]).unchanged == 2
    page = next(papers.rglob("*.txt"))
    assert library.has(page, page.stat().st_size, 1)


def test_bad_files_are_accounted_for_and_the_rest_goes_on(library: SqliteLibrary, papers: Path) -> None:
    (papers / "empty.txt").touch()
    (papers / "scan.txt").write_bytes(b"%PDF-1.4")
    (papers / "noise.md").write_bytes(bytes(range(32)) * 100)
    os.mkfifo(papers / "pipe.txt")
    summary = import_paths(library, [papers / "gone", papers])
    assert summary.added == 2
    assert {p.path.name for p in summary.skipped} == {"gone", "empty.txt", "scan.txt", "noise.md", "pipe.txt"}
    assert all(p.sentence.endswith(".") for p in summary.skipped)


def test_progress_tells_of_every_file_once_it_is_safe(library: SqliteLibrary, papers: Path) -> None:
    (papers / "empty.txt").touch()
    told: list[Progress] = []

    def listen(progress: Progress) -> None:
        told.append(progress)
        if progress.outcome == "added":
            assert library.page_by_source(progress.path) is not None

    import_paths(library, [papers], progress=listen)
    assert [(p.done, p.total) for p in told] == [(1, 3), (2, 3), (3, 3)]
    assert sorted(p.outcome for p in told) == ["added", "added", "skipped"]


def test_what_is_stated_now_counts_also_for_files_already_here(library: SqliteLibrary, papers: Path) -> None:
    import_paths(library, [papers])
    page = papers / "工人日报" / "2025-03-25" / "01.txt"
    summary = import_paths(library, [page], override=IssueFacts(page=7))
    assert (summary.changed, summary.unchanged) == (1, 0)
    assert [p.page for p in library.pages("工人日报", "2025-03-25")] == [2, 7]
    assert summary.stated == {library.page_by_source(page): IssueFacts(page=7)}
    assert import_paths(library, [page], override=IssueFacts(page=7)).unchanged == 1


def test_what_is_stated_now_leaves_what_was_stated_of_other_fields(library: SqliteLibrary, papers: Path) -> None:
    import_paths(library, [papers])
    page = papers / "工人日报" / "2025-03-25" / "01.txt"
    sha = library.page_by_source(page)
    assert sha is not None
    library.state(sha, IssueFacts(date="2020-02-02"))
    summary = import_paths(library, [page], override=IssueFacts(page=7))
    assert summary.stated == {sha: IssueFacts(date="2020-02-02", page=7)}
    assert library.facts(sha).stated == IssueFacts(date="2020-02-02", page=7)


def test_what_was_stated_before_is_taken_from_the_notebook(library: SqliteLibrary, papers: Path) -> None:
    import_paths(library, [papers])
    sha = library.pages("工人日报", "2025-03-25")[0].sha256
    fresh = SqliteLibrary(library.path.with_name("fresh.sqlite"))
    import_paths(fresh, [papers], stated={sha: IssueFacts(paper="中国工人", date="1940-02-07")})
    assert [issue.paper for issue in fresh.issues()] == ["中国工人", "工人日报"]
    fresh.close()


def test_a_rebuild_needs_no_sources_and_keeps_ids(library: SqliteLibrary, papers: Path) -> None:
    import_paths(library, [papers])
    heads = library.pages("工人日报", "2025-03-25")
    library.state(heads[1].sha256, IssueFacts(page=9))
    before = library.pages("工人日报", "2025-03-25")
    for page in papers.rglob("*.txt"):
        page.unlink()
    summary = import_paths(library, [], rebuild=True)
    assert (summary.pages, summary.changed) == (2, 2)
    assert library.pages("工人日报", "2025-03-25") == before


def test_a_name_that_is_no_text_is_imported(library: SqliteLibrary, papers: Path) -> None:
    name = os.fsdecode("工人日报".encode("gb18030") + b".txt")
    (papers / name).write_text(OTHER + "又一段。", encoding="utf-8")
    assert import_paths(library, [papers]).added == 3
    assert any(page.source.endswith(name) for page in library.pages(None, None))


def test_a_name_in_pinyin_gives_way_to_the_folders_name_in_han(library: SqliteLibrary, tmp_path: Path) -> None:
    page = tmp_path / "长江日报" / "2025-03-25" / "01.txt"
    page.parent.mkdir(parents=True)
    page.write_text("CHANGJIANG RIBAO\n2025年3月25日 星期二\n\n" + TEXT, encoding="utf-8")
    import_paths(library, [tmp_path])
    assert [issue.paper for issue in library.issues()] == ["长江日报"]


def test_a_page_that_contradicts_its_folder_is_imported_with_a_warning(library: SqliteLibrary, tmp_path: Path) -> None:
    page = tmp_path / "工人日报" / "2025-03-26" / "01.txt"
    page.parent.mkdir(parents=True)
    page.write_text("工人日报\n2025年3月25日 星期二\n\n" + TEXT, encoding="utf-8")
    import_paths(library, [tmp_path])
    sha = library.page_by_source(page)
    assert sha is not None
    assert [warning.code for warning in library.page(sha).warnings] == ["file-name"]
    import_paths(library, [], rebuild=True)
    assert [warning.code for warning in library.page(sha).warnings] == ["file-name"]
