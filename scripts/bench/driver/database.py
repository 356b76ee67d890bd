"""The private server and its databases, by way of the program and psql."""

import json
import os
import re
import shutil
import urllib.parse

from .processes import Failure, run


class Server:
    """A private server of the benchmark's own, in the scratch folder."""

    def __init__(self, program, home):
        self.program = program
        self.home = home
        named = ("DATABASE_URL", "CADRE_CONFIG", "PSQLRC")
        self.environment = {
            name: value for name, value in os.environ.items() if not name.startswith("PG") and name not in named
        }
        self.environment["CADRE_HOME"] = str(home)
        self.environment["LC_ALL"] = "C.UTF-8"
        # For psql: the program itself says where it looks for its tables.
        self.environment["PGOPTIONS"] = "-c search_path=public,cadre"
        self.psql_program = shutil.which("psql")
        if not self.psql_program:
            raise Failure("psql is needed, and there is none in PATH (Debian: apt-get install postgresql-client)")

    def start(self):
        self.cadre("db", "start")
        # Databases beside the private server's own need a key of identity numbers.
        key = f"{self.home}-identity.key"
        if not os.path.exists(key):
            self.cadre("keys", "new", "--out", key)
        self.environment["CADRE_IDENTITY_KEY_FILE"] = key
        self._url = urllib.parse.urlsplit(self.cadre("db", "url").output.strip())
        self.version = self.value("postgres", "show server_version")

    def cadre(self, *arguments, database=None):
        command = [str(self.program), *map(str, arguments)]
        if database is not None:
            command += ["--database", self.url(database)]
        return run(command, self.environment)

    def url(self, database):
        return urllib.parse.urlunsplit(self._url._replace(path=f"/{database}"))

    def psql(self, database, script):
        """Runs a script, its variables unset, and stops at the first error."""
        command = [self.psql_program, "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", self.url(database)]
        return run(command, self.environment, text=script)

    def value(self, database, query):
        return self.psql(database, query).output.strip()

    def rows(self, database, query):
        """The rows of a query, as lists of texts."""
        text = self.value(database, f"\\pset fieldsep '\\t'\n{query}")
        return [line.split("\t") for line in text.splitlines()]

    def recreate(self, database, template=None):
        """The database anew: empty, or a copy."""
        self.drop(database)
        copied = ""
        if template:
            self._close(template)
            copied = f" template {template}"
            if int(re.match(r"\d+", self.version).group()) >= 15:
                copied += " strategy file_copy"
        self.psql("postgres", f"create database {database}{copied}")

    def migrated(self, database):
        """The database anew, with the schema and nothing else."""
        if not self.value("postgres", "select 1 from pg_database where datname = 'bench_migrated'"):
            self.recreate("bench_migrated")
            self.cadre("migrate", database="bench_migrated")
        self.recreate(database, template="bench_migrated")
        self.settle()

    def drop(self, database):
        self._close(database)
        self.psql("postgres", f"drop database if exists {database}")

    def _close(self, database):
        self.psql(
            "postgres",
            f"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{database}'",
        )

    def settle(self, database=None):
        """What the server would do some time later is done now, and not while the next side is measured."""
        if database:
            self.psql(database, "vacuum analyze")
        self.psql("postgres", "checkpoint")

    def evaluation(self, city, as_of, database, *more):
        """A whole evaluation anew; also what it says of itself."""
        finished = self.cadre(
            "evaluate", "--city", city, "--as-of", as_of, "--afresh", "--json", *more, database=database)
        return finished, json.loads(finished.output)[0]

    def destroy(self):
        self.cadre("db", "destroy", "--yes")
        os.unlink(self.environment["CADRE_IDENTITY_KEY_FILE"])
