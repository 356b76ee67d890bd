import ArgumentParser

/// `cadre db`: the private server.
struct DatabaseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "db",
    abstract: "Start, stop and look after cadre's own database server.",
    discussion: """
      cadre keeps its data in PostgreSQL. Unless you name a server of yours (--database, DATABASE_URL, PGHOST ...), it \
      makes and starts one for itself: reached over a unix socket only, never over the network, and only by you.

      It lives in one folder: $CADRE_HOME if set, else ~/.local/share/cadre; /var/lib/cadre when root uses it, because \
      the server then runs under an unprivileged account, which cannot enter root's home folder.

      You need not start it: every command that needs it does. It keeps running until you stop it.
      """,
    subcommands: [
      StartDatabase.self, StopDatabase.self, DatabaseStatus.self, DatabaseURL.self, DatabaseShell.self,
      DestroyDatabase.self,
    ])

  init() {}
}
