import CadreModel
import PostgresClient

extension PostgresError: MessageProviding {
  /// What happened, as PostgreSQL or the system says it, and what to do about it.
  func message(in language: Language) -> String {
    if case .unsuitableSetting(let name, let found, let wanted) = self.kind {
      return language(
        zh: "该数据库用户的设置 \(name) 为“\(found)”，须为“\(wanted)”：请管理员执行 alter role 用户 reset \(name)，或 alter database 库名 reset \(name)",
        en: description)
    }
    // libpq's own reports run over several lines.
    let lines = description.split(separator: "\n")
    let subject = subject(in: language).map { $0 + language(zh: "：", en: ": ") } ?? ""
    let remedy = remedy(in: language).map { language(zh: "；", en: "; ") + $0 } ?? ""
    let first = subject + (lines.first ?? "") + remedy
    return ([first] + lines.dropFirst().map { "  | " + $0 }).joined(separator: "\n")
  }

  private func subject(in language: Language) -> String? {
    switch exitStatus {
    case _ where self.kind == .outcomeUnknown:
      language(
        zh: "提交时与数据库的连接中断，数据可能已全部保存，也可能全部未保存",
        en: "The connection to the database broke during the commit: either all of it is stored, or nothing is")
    case .unreachable where self.kind == .connectionLost:
      language(zh: "与数据库的连接中断，未完成的操作已撤销", en: "The connection to the database broke, and what was not done is undone")
    case .unreachable: language(zh: "无法连接数据库", en: "The database cannot be reached")
    case .usage: nil
    default: language(zh: "数据库报错", en: "The database reports an error")
    }
  }

  private func remedy(in language: Language) -> String? {
    switch (self.kind, self.sqlState) {
    case (.poolExhausted, _), (_, SQLState.tooManyConnections):
      language(zh: "请稍后再试", en: "try again later")
    case (.outcomeUnknown, _):
      language(
        zh: "请待数据库恢复后重做一次：已保存的不会重复", en: "do it again when the database is back: what is stored is not stored twice")
    case (_, SQLState.readOnlyTransaction):
      language(zh: "该服务器只读（备用服务器），请使用主服务器的地址", en: "this server is a read-only standby: use the address of its primary")
    case (.connectionFailed, _), (.connectionLost, _), (.timeout, nil):
      language(
        zh: "请用 cadre db status（自带数据库）或 --database 的地址检查数据库是否运行，然后重试",
        en: "see whether it runs (cadre db status, or the address in --database), then try again")
    case (_, SQLState.undefinedTable), (_, SQLState.undefinedColumn), (_, SQLState.undefinedFunction):
      language(zh: "数据库结构不是最新，请先运行 cadre migrate", en: "the schema is not up to date: run cadre migrate first")
    case (_, SQLState.insufficientPrivilege):
      language(zh: "该用户权限不足，请用 cadre doctor 检查", en: "the user lacks rights: cadre doctor tells which")
    case (_, SQLState.diskFull):
      language(zh: "磁盘已满，请清理后重试", en: "the disk is full: make room, then try again")
    case (_, SQLState.deadlockDetected), (_, SQLState.serializationFailure), (_, SQLState.lockNotAvailable):
      language(zh: "另一操作正在进行，请稍后再试", en: "something else is at work: try again later")
    default: nil
    }
  }
}
