"""Print pages and score the parser on them: `python -m tests.printer --help`."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from tests.printer.page import KINDS, SEVERITIES, print_page
from tests.printer.scoring import Row, mean, run, score, scorer


def seeds(text: str) -> range:
    """`0:2000`, or one seed."""
    first, _, last = text.partition(":")
    try:
        found = range(int(first), int(last) if last else int(first) + 1)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no range of seeds; write it as 0:2000") from None
    if not found:
        raise argparse.ArgumentTypeError(f"{text!r} holds no seed; write it as 0:2000")
    return found


def head() -> str:
    return f"{'':18}{'mean':>7}" + "".join(f"{n[:8]:>9}" for n in scorer().NAMES) + f"{'pages':>7}{'parse/s':>9}"


def row_text(name: str, row: Row) -> str:
    figures = "".join(f"{row.figures[n]:9.3f}" if n in row.figures else f"{'-':>9}" for n in scorer().NAMES)
    rate = row.pages / row.parsing if row.parsing else 0.0
    return f"{name:18}{mean(row.figures):7.3f}{figures}{row.pages:7}{rate:9.0f}"


def show_page(seed: int, severity: str, only: str | None) -> None:
    """One page with its labels beside the lines, and the parser's faults."""
    printed = print_page(seed, severity, only)
    label = {int(r[0]): " ".join(map(str, r[1:])) for r in printed.labels}
    lines = printed.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, 1):
        if number in label:
            print(f"{number:4} {label[number]:24} {ascii_controls(line)}")
    print(f"manner {printed.manner}; damage: {', '.join(printed.suffered) or 'none'}\nissue {printed.meta['issue']}")
    for name, article in printed.meta["articles"].items():
        print(name, {k: v for k, v in article.items() if v})
    outcome = run((seed, severity, only))
    print("\n".join(outcome.faults), f"mean {outcome.mean:.3f}", sep="\n")


def ascii_controls(text: str) -> str:
    return "".join(c if c.isprintable() or c == "\u3000" else f"\\x{ord(c):02x}" for c in text)


def show_worst(row: Row, count: int) -> None:
    for outcome in sorted(row.outcomes, key=lambda o: (o.mean, o.seed))[:count]:
        print(f"\nseed {outcome.seed}: mean {outcome.mean:.3f}; damage: {', '.join(outcome.suffered) or 'none'}")
        print("\n".join(f"  {ascii_controls(f)}" for f in outcome.faults))


def main(words: list[str] | None = None) -> int:
    ask = argparse.ArgumentParser(
        prog="python -m tests.printer", description="Print newspaper pages of known truth and score the parser on them."
    )
    ask.add_argument("--seeds", type=seeds, default=seeds("0:300"), metavar="A:B", help="which pages (0:300)")
    ask.add_argument(
        "--severity",
        choices=SEVERITIES,
        action="append",
        help="only this severity (may be given again); without it all, then each kind of damage alone",
    )
    ask.add_argument(
        "--only",
        choices=(*KINDS, "each"),
        help="one kind of damage alone, or `each` in turn; at medium strength unless --severity says otherwise",
    )
    ask.add_argument(
        "--write", type=Path, metavar="DIR", help="write the pages with their labels here, and do not score"
    )
    ask.add_argument("--jobs", type=int, default=2, metavar="N", help="processes (2)")
    ask.add_argument(
        "--verbose", type=int, default=0, metavar="N", help="show the worst N pages of each row with their faults"
    )
    ask.add_argument("--page", type=int, metavar="SEED", help="show one page with its labels beside the lines")
    args = ask.parse_args(words)
    only = None if args.only == "each" else args.only
    if args.page is not None:
        show_page(args.page, (args.severity or ["medium"])[0], only)
        return 0
    tasks: list[tuple[str, str, str | None, range]] = []
    if args.only is None:
        tasks += [(s, s, None, args.seeds) for s in args.severity or SEVERITIES]
    if args.only or not args.severity:
        # Each kind alone is a tenth as many pages, so that the whole table stays affordable.
        few = args.seeds if only else args.seeds[: max(50, len(args.seeds) // 10)]
        strength = (args.severity or ["medium"])[0]
        tasks += [(f"{kind}", strength, kind, few) for kind in ([only] if only else KINDS)]
    if args.write:
        args.write.mkdir(parents=True, exist_ok=True)
        for name, severity, kind, which in tasks:
            for seed in which:
                print_page(seed, severity, kind).write(args.write, f"{name}_{seed:05d}")
        return 0
    print(head())
    start, pages = time.perf_counter(), 0
    for name, severity, kind, which in tasks:
        row = score(which, severity, kind, args.jobs)
        pages += row.pages
        print(row_text(name, row), flush=True)
        show_worst(row, args.verbose)
    seconds = time.perf_counter() - start
    print(f"{pages} pages printed, parsed and scored in {seconds:.0f} s, {pages / seconds:.1f} pages/s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
