"""Measure the service against the limit: `python -m bench [--quick] [--json | --markdown] [--keep]`."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace

from rich.console import Console

from bench.measuring import QUICK, Size, TooFewCases, measure
from bench.table import markdown, print_table, summary
from service.database import database
from service.settings import read_settings


def options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer cases and rounds: does it run, rather than how fast")
    printed = parser.add_mutually_exclusive_group()
    printed.add_argument("--json", action="store_true", help="print for programs")
    printed.add_argument("--markdown", action="store_true", help="print for docs/speed.md")
    parser.add_argument("--keep", action="store_true", help="leave the database behind")
    parser.add_argument("--cases", type=int, help="how many cases there are")
    parser.add_argument("--rounds", type=int, help="how many rounds there are")
    parser.add_argument("--connections", type=int, help="how many connections are kept busy")
    return parser.parse_args(arguments)


def size_of(given: argparse.Namespace) -> Size:
    """Return how much is to be measured."""
    named = {name: value for name in ("cases", "rounds", "connections") if (value := getattr(given, name))}
    return replace(QUICK if given.quick else Size(), **named)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print."""
    given = options(arguments)
    try:
        with database(read_settings()) as url:
            results = measure(url, size_of(given), keep=given.keep)
    except TooFewCases as error:
        print(error, file=sys.stderr)
        sys.exit(2)
    if given.json:
        json.dump(summary(results), sys.stdout, indent=2)
    elif given.markdown:
        print(markdown(results), end="")
    else:
        print_table(results, Console())


if __name__ == "__main__":
    main()
