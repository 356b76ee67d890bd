public import CadreModel

/// What `cadre access --help` says, and its commands'.
public enum AccessHelp {
  public static let abstract = Message("授予、收回职责和城市。", "Give and take duties and cities.")

  public static let discussion = Message(
    """
    数据库用户能做什么由职责决定（reader 查阅、importer 导入、evaluator 判定、publisher 发布、unmasker 查看完整证件号、
    auditor 安全审计、access_administrator 安全管理、operator 系统管理），能看哪些城市由城市决定；两者都有才行。
    web 给网页服务所用的数据库用户：它本身什么也看不到，能看什么由登录的账户决定（见 cadre user）。
    授予和收回都记入留痕。三员分立：系统管理、安全管理、安全审计不能是同一个数据库用户，也不接触业务数据。
    """,
    """
    What a login may do is said by its duties (reader, importer, evaluator, publisher, unmasker, auditor, access_administrator, \
    operator), which cities it sees by its cities; both are needed. The duty web is for the login of the pages' server: by itself it \
    sees nothing, and what it sees the account decides that has signed in (see cadre user). Each grant and revocation is entered in the log. Operator, \
    access administrator and auditor are three logins, and none of them sees cities' data.
    """)

  public static let grant = Message("授予职责、城市，或两者。", "Give a login a duty, a city, or both.")
  public static let grantDiscussion = Message(
    "例：cadre access grant wang --duty reader --city kunming", "Example: cadre access grant wang --duty reader --city kunming")
  public static let revoke = Message("收回职责、城市，或两者。", "Take a duty, a city, or both from a login.")
  public static let revokeDiscussion = Message(
    "例：cadre access revoke wang --city kunming", "Example: cadre access revoke wang --city kunming")
  public static let list = Message("列出谁有哪些职责和城市。", "List who has which duties and cities.")

  public static let login = Message("数据库用户。", "The login of the database.")
  public static let duty = Message("职责，可多次写。", "A duty; may be given several times.")
  public static let city = Message("城市，可多次写。", "A city; may be given several times.")
  public static let json = Message("以 JSON 输出。", "Print JSON.")
}
