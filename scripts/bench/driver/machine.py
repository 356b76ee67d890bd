"""On what was measured: machine, versions, date."""

import datetime
import os
import pathlib
import platform
import re
import shutil
import subprocess

from .options import ROOT


def first_line(*command):
    if not shutil.which(command[0]):
        return ""
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    return done.stdout.strip().splitlines()[0] if done.returncode == 0 and done.stdout.strip() else ""


def operating_system():
    release = pathlib.Path("/etc/os-release")
    if release.exists():
        found = re.search(r'^PRETTY_NAME="?([^"\n]*)', release.read_text(), re.M)
        if found:
            return found.group(1)
    return platform.system()


def memory_gigabytes():
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


def facts(server, peers):
    swift = re.search(r"Swift version (\S+)", first_line("swift", "--version"))
    commit = first_line("git", "describe", "--always", "--dirty")
    if server.program != ROOT / ".build/release/cadre":
        commit = "of another build"
    versions = [f"PostgreSQL {server.version}"]
    if swift:
        versions.append(f"Swift {swift.group(1)}")
    if commit:
        versions.append(f"cadre {commit}")
    versions += [f"{name} {version}" for name, version in peers.versions.items()]
    return {
        "date": datetime.date.today().isoformat(),
        "machine": f"{os.cpu_count()} cores, {memory_gigabytes():.0f} GB, {operating_system()}",
        "versions": ", ".join(versions),
    }
