"""What all items share: options, server, data, peers, and databases that are loaded once."""

import pathlib
import shutil
import tempfile

from .data import AS_OF, CITY, Deliveries
from .database import Server
from .measure import say
from .peers import Peers

SQL = pathlib.Path(__file__).resolve().parents[1] / "sql"


class Bench:
    def __init__(self, options):
        self.options = options
        self.rounds = options.rounds
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix="cadre-bench."))
        # Root's server runs under an unprivileged account, which has to pass through.
        self.scratch.chmod(0o711)
        self.server = Server(options.program, self.scratch / "home")
        self.deliveries = Deliveries(self.server, self.scratch)
        self.loaded_once = set()
        self._peers = None

    def start(self):
        self.server.start()
        self.server.migrated("bench_first")

    @property
    def peers(self):
        if self._peers is None:
            self._peers = Peers(self.scratch, wanted=not self.options.no_peers)
        return self._peers

    @property
    def delivery(self):
        return self.deliveries.city(self.options.persons)

    def load(self, database, folder=None, city=CITY):
        """Imports into the database; what it cost."""
        return self.server.cadre("import", "--city", city, folder or self.delivery, database=database)

    def loaded(self):
        """A database with the delivery in it, loaded once and shared by the items that do not change it."""
        database = "bench_loaded"
        if database not in self.loaded_once:
            say("  loading the city ...")
            self.server.migrated(database)
            self.load(database)
            self.server.settle(database)
            self.loaded_once.add(database)
        return database

    def evaluated(self):
        database = self.loaded()
        self.server.cadre("evaluate", "--city", CITY, "--as-of", AS_OF, database=database)
        return database

    def result_set(self, database, as_of=AS_OF, city=CITY):
        return self.server.value(
            database,
            "select s.result_set from result_sets s join runs u using (city_code, run_id)"
            f" where u.city_code = '{city}' and u.as_of = '{as_of}' and u.policy = '{city}' and u.scenario = ''")

    def end(self):
        if self.options.keep:
            say(f"Kept: {self.scratch} (CADRE_HOME={self.scratch}/home)")
            return
        try:
            self.server.destroy()
        finally:
            shutil.rmtree(self.scratch, ignore_errors=True)
