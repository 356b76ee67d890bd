"""Micro-benchmarks of the parts (scripts/bench/micro): their own output, no rows."""

import os
import subprocess
import sys

from ..options import ROOT
from ..processes import Failure


def run(bench):
    environment = {**os.environ, "CADRE_MICRO_DATABASE_URL": bench.server.url("postgres")}
    done = subprocess.run([str(ROOT / "scripts/bench/micro/run"), "--no-progress"], env=environment, stdout=sys.stderr)
    if done.returncode != 0:
        raise Failure("the micro-benchmarks failed")
    return []
