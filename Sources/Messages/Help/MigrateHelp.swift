public import CadreModel

/// What `cadre migrate --help` says.
public enum MigrateHelp {
  public static let abstract = Message(
    "把数据库的表结构、城市和日历更新到本程序所需。",
    "Bring a database's tables, cities and calendar up to date.")

  public static let discussion = Message(
    """
    逐个执行迁移，各在一个事务中，并记录其摘要。已执行的迁移与本程序不符的数据库，拒绝使用。程序自带的数据库会自动更新。
    同时建立各职责和各城市的角色及其权限；第一次须由超级用户或有权建立角色的用户运行，以后系统管理员（operator）即可。
    """,
    """
    Migrations are applied in order, each in a transaction of its own, and remembered with their digests. A database \
    whose applied migrations differ from the program's is refused. The private server's database is kept up to date \
    by itself. The roles of duties and cities, and what each may do, are made as well: the first time by a superuser or a login \
    that may make roles, later by an operator.
    """)

  public static let status = Message("只显示已执行和尚缺的迁移。", "Only say what is applied and what is missing.")

  public static let json = Message("以 JSON 输出状态。", "Print the state as JSON.")
}
