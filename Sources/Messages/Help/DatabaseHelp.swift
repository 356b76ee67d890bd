public import CadreModel

/// What `cadre db --help` says.
public enum DatabaseHelp {
  public static let abstract = Message(
    "启动、停止、查看程序自带的数据库。",
    "Start, stop and look after cadre's own database server.")

  public static let discussion = Message(
    """
    数据保存在 PostgreSQL 中。如不指定已有的服务器（--database、DATABASE_URL、PGHOST 等），程序自行创建并启动一个：只通过本机套接字访问，不经网络，只供本用户使用。

    数据库在一个目录中：$CADRE_HOME，未设置时为 ~/.local/share/cadre；root 用户为 /var/lib/cadre，因为服务器以普通账户运行，而普通账户无法进入 /root。

    无需手动启动：用到数据库的命令会自动启动它，之后一直运行，直到 cadre db stop。
    """,
    """
    cadre keeps its data in PostgreSQL. Unless you name a server of yours (--database, DATABASE_URL, PGHOST ...), it \
    makes and starts one for itself: reached over a unix socket only, never over the network, and only by you.

    It lives in one folder: $CADRE_HOME if set, else ~/.local/share/cadre; /var/lib/cadre when root uses it, because \
    the server then runs under an unprivileged account, which cannot enter root's home folder.

    You need not start it: every command that needs it does. It keeps running until you stop it.
    """)
}
