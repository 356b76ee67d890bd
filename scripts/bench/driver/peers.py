"""DuckDB, polars and pandas, in an environment of their own inside the scratch folder."""

import json
import pathlib
import subprocess
import sys

from .measure import say
from .processes import run

PACKAGES = ["duckdb", "polars", "pandas", "pyarrow", "psycopg2-binary"]
SCRIPTS = pathlib.Path(__file__).resolve().parents[1] / "peers"


class Peers:
    def __init__(self, folder, wanted):
        self.python = folder / "peers/bin/python"
        self.versions = {}
        if not wanted:
            return
        say("Installing the peers ...")
        steps = [
            [sys.executable, "-m", "venv", str(folder / "peers")],
            [str(self.python), "-m", "pip", "install", "-q", "--disable-pip-version-check", *PACKAGES],
        ]
        for step in steps:
            done = subprocess.run(step, capture_output=True, text=True)
            if done.returncode != 0:
                words = (done.stderr or done.stdout).strip().splitlines()
                say(f"  not installed, so they are left out: {words[-1] if words else step}")
                return
        listed = run([str(self.python), "-m", "pip", "list", "--format", "json", "--disable-pip-version-check"])
        self.versions = {
            entry["name"]: entry["version"]
            for entry in json.loads(listed.output) if entry["name"] in ("duckdb", "polars", "pandas")
        }

    @property
    def available(self):
        return bool(self.versions)

    def run(self, script, *arguments):
        """Runs one of our scripts there; it prints what it measured as JSON."""
        return json.loads(run([str(self.python), str(SCRIPTS / script), *map(str, arguments)]).output)
