public import CadreModel

/// What `cadre serve --help` says.
public enum ServeHelp {
  public static let abstract = Message(
    "在浏览器中查看：各市、单位、人员，直到每个数字的依据。", "Shows all in a browser: cities, units, persons, down to what made each number.")

  public static let discussion = Message(
    """
    在本机启动网页，只供本机访问；终端上印出一次性进入链接。看到的与您的数据库用户所能看到的相同。只读已评估的结果，先运行 cadre evaluate。\
    每张表可下载为 CSV 和 XLSX。/health、/ready 供监测，/metrics 供 Prometheus 采集。
    加 --accounts 则供有账户的人登录（cadre user add），各人只看到自己的城市、单位和职责；供其他机器访问须用 TLS。
    例：cadre serve --port 8080
    """,
    """
    Serves pages to this machine alone; a link to come in is printed once. They show what your login at the database may see, of what \
    was judged: run cadre evaluate first. Every table downloads as CSV and XLSX. /health and /ready are for monitors, /metrics for \
    Prometheus. With --accounts people sign in (cadre user add), and each sees what their account's cities, unit and duties are; \
    other machines are served over TLS alone.
    Example: cadre serve --port 8080
    """)

  public static let port = Message("端口，默认 8080。", "The port, 8080 if none is given.")
  public static let connections = Message(
    "最多同时使用的数据库连接数，默认 8。", "How many connections to the database at most, 8 if none is given.")

  public static let accounts = Message(
    "供有账户的人登录；不加则只供本机上启动的人使用。", "Let people with accounts sign in; without it the pages are for who starts them.")
  public static let host = Message(
    "在哪个地址上监听，默认 127.0.0.1；0.0.0.0 为全部。", "The address to listen at, 127.0.0.1 if none is given; 0.0.0.0 for all.")
  public static let certificate = Message("TLS 证书链文件（PEM）。", "The file of the TLS certificate chain (PEM).")
  public static let key = Message("TLS 私钥文件（PEM）。", "The file of the TLS private key (PEM).")
}
