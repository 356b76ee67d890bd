"""Start: commands that need no database, and one that finds the private server stopped."""

from ..measure import Row, in_turn


def run(bench):
    server = bench.server
    times = max(20, bench.rounds)
    helped, listed = in_turn(
        times, "start", lambda: server.cadre("--help").seconds, lambda: server.cadre("catalogue").seconds)
    yield Row("start", "`cadre --help`", "--help", our_values=helped, goal=0.05)
    yield Row("start", "`cadre catalogue`", "catalogue", our_values=listed, goal=0.05)

    server.cadre("migrate")

    def started():
        server.cadre("db", "stop")
        return server.cadre("migrate", "--status").seconds

    values, = in_turn(bench.rounds, "server started on demand", started)
    yield Row("start", "a command that has to start the private server", "migrate --status", our_values=values, goal=2)
