"""The command line."""

import argparse
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[3]


def sizes(text):
    return [int(part) for part in text.split(",") if part]


def names(text):
    return [part.strip() for part in text.split(",") if part.strip()]


def parse(known, usual):
    parser = argparse.ArgumentParser(
        prog="scripts/bench/run",
        description="Measures cadre beside what else could do the same work, both sides in turn, in one run.",
        epilog=f"Items: {', '.join(known)}. Without --only: {', '.join(usual)}.",
    )
    parser.add_argument("--persons", type=int, default=100_000, metavar="N", help="persons of the city (100000)")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="rounds, whose median counts (5)")
    parser.add_argument("--only", type=names, default=list(usual), metavar="ITEM,...", help="measure only these")
    parser.add_argument(
        "--program", type=pathlib.Path, default=ROOT / ".build/release/cadre", metavar="PATH",
        help="the program to measure, instead of building it",
    )
    parser.add_argument(
        "--growth", type=sizes, default=[25_000, 100_000, 400_000], metavar="N,...",
        help="sizes of the item growth (25000,100000,400000)",
    )
    parser.add_argument(
        "--million", type=int, default=1_000_000, metavar="N", help="persons of the item million (1000000)",
    )
    parser.add_argument("--no-peers", action="store_true", help="do not install DuckDB, polars and pandas")
    parser.add_argument("--keep", action="store_true", help="keep the scratch folder and its server")
    parser.add_argument(
        "--json", type=pathlib.Path, default=ROOT / ".build/bench/results.json", metavar="FILE",
        help="where to write the results (.build/bench/results.json)",
    )
    options = parser.parse_args()
    for name in options.only:
        if name not in known:
            parser.error(f"there is no item '{name}'; there are {', '.join(known)}")
    if options.rounds < 1 or options.persons < 100:
        parser.error("at least 1 round and 100 persons")
    options.program = options.program.resolve()
    if not options.program.exists():
        parser.error(f"there is no program at {options.program}")
    return options
