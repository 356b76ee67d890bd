"""Micro-benchmarks of the parts (scripts/bench/micro): their own output, no rows."""

import subprocess

from ..options import ROOT
from ..processes import Failure


def run(bench):
    done = subprocess.run([str(ROOT / "scripts/bench/micro/run")])
    if done.returncode != 0:
        raise Failure("the micro-benchmarks failed")
    return []
