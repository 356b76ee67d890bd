"""Invented cities, made once for each size, and their raw tables."""

import csv
import pathlib
import shutil

CITY = "kunming"
AS_OF = "2025-12-31"

#: How a bare table takes what the files have, where the schema's own type does not: lists as text, amounts as written
#: (training records keep theirs in hundredths).
RAW_TYPES = {"ARRAY": "text", "bigint": "numeric"}


class Deliveries:
    """Folders of CSV files, made by `cadre sample` when they are first asked for."""

    def __init__(self, server, folder):
        self.server = server
        self.folder = folder
        self.samples = {}

    def city(self, persons, city=CITY, training=60):
        """The folder, and what making it cost."""
        folder = self.folder / f"{city}-{persons}-{training}"
        if folder not in self.samples:
            self.samples[folder] = self.server.cadre(
                "sample", "--city", city, "--persons", persons, "--seed", 1, "--training-per-person", training,
                "--out", folder)
        warm(folder)
        return folder

    def cost(self, folder):
        return self.samples[folder]

    def forget(self, folder):
        shutil.rmtree(folder)
        del self.samples[folder]


def warm(folder):
    """Reads the files, so that no side pays for the disk."""
    for path in sorted(pathlib.Path(folder).glob("*.csv")):
        with open(path, "rb", buffering=0) as file:
            while file.read(1 << 20):
                pass


def header(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return next(csv.reader(file))


class RawTables:
    """Bare tables of the files' columns and types: no keys, no checks. Lists are text, as the files have them."""

    def __init__(self, server, database, folder):
        self.server, self.database = server, database
        self.paths = sorted(folder.glob("*.csv"))
        types = {
            (table, column): form
            for table, column, form in server.rows(
                "bench_migrated",
                "select table_name, column_name, data_type from information_schema.columns"
                " where table_schema = 'cadre'")
        }
        self.columns = {path.stem: header(path) for path in self.paths}
        self.types = {
            table: [RAW_TYPES.get(types[table, column], types[table, column]) for column in columns]
            for table, columns in self.columns.items()
        }

    def create(self):
        """The database anew, with the empty tables."""
        self.server.recreate(self.database)
        self.server.psql(self.database, "\n".join(self.definition(path.stem) for path in self.paths))
        self.server.settle()

    def definition(self, table):
        columns = ", ".join(
            f'"{name}" {form}' for name, form in zip(self.columns[table], self.types[table]))
        return f"create table {table} ({columns});"

    def copy(self, only=None):
        """`COPY .. from stdin (format csv)` of each file."""
        script = "".join(
            f"\\copy {path.stem} from '{path}' (format csv, header)\n"
            for path in self.paths if only is None or path.stem == only)
        return self.server.psql(self.database, script).seconds

    def copy_unlogged(self):
        """The same into tables made in the same transaction, which `wal_level = minimal` does not log."""
        self.server.recreate(self.database)
        self.server.settle()
        script = "".join(
            f"{self.definition(path.stem)}\n\\copy {path.stem} from '{path}' (format csv, header)\n"
            for path in self.paths)
        return self.server.psql(self.database, f"begin;\n{script}commit;\n").seconds
