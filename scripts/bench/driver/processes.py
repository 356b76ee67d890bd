"""Runs a command: how long it took, how much memory it had at its peak."""

import dataclasses
import os
import re
import subprocess
import tempfile
import time


class Failure(Exception):
    """A command failed, or the two sides do not compute the same: the only things that end a run early."""


@dataclasses.dataclass(frozen=True)
class Finished:
    seconds: float
    #: Peak resident memory in MB. At least this driver's own, as the process begins as a copy of it.
    megabytes: float
    output: str


def run(command, environment=None, text=None):
    """Runs the command to its end, output kept, and fails loudly if it does."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as error, tempfile.TemporaryFile() as given:
        if text is not None:
            given.write(text.encode())
            given.seek(0)
        began = time.perf_counter()
        process = subprocess.Popen(command, stdin=given, stdout=out, stderr=error, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        output = out.read().decode(errors="replace")
        if process.returncode != 0:
            error.seek(0)
            words = error.read().decode(errors="replace")[-2000:]
            # A database's URL carries its password.
            shown = re.sub("://[^@ ]*@", "://", " ".join(map(str, command)))[:300]
            raise Failure(f"{shown}\n  ended with {process.returncode}\n{words}")
    return Finished(seconds, usage.ru_maxrss / 1024, output)
