import CadreModel
import EmbeddedPostgres

extension ServerError: MessageProviding {
  func message(in language: Language) -> String {
    language(zh: chinese, en: description)
  }

  private var chinese: String {
    switch self {
    case .postgresNotFound(let found):
      let others = found.isEmpty ? "" : "（找到但不支持：\(found.joined(separator: "、"))）"
      return """
        本机没有 PostgreSQL 14、15、16 或 17\(others)。请先安装，再重试。
          Debian、Ubuntu：       apt-get install postgresql
          openEuler、麒麟、Fedora：dnf install postgresql-server
          其他系统：             将 CADRE_POSTGRES_BIN 设为 initdb 和 postgres 所在的文件夹
        """
    case .installationUnusable(let folder, let reason):
      return "CADRE_POSTGRES_BIN=\(folder) 不可用（\(reason.chinese)）：该文件夹须含 PostgreSQL 14 至 17 的 initdb 和 postgres。"
    case .versionMismatch(let folder, let version, let installed):
      let present = installed.map(String.init).joined(separator: "、")
      return "\(folder) 中的数据由 PostgreSQL \(version) 创建，本机未装该版本（已装：\(present)）。"
        + "请重新安装 PostgreSQL \(version)，或用 pg_upgrade 迁移数据。"
    case .noAccount(let reason):
      return "PostgreSQL 不能以 root 身份运行，而本机没有可用的普通账户（\(reason.chinese)）。"
        + "请添加账户（useradd --system postgres），或以普通用户身份运行 cadre。"
    case .homeNotWritable(let folder, let reason):
      return "无法写入 \(folder)（\(reason.chinese)）。请将 CADRE_HOME 设为可写的文件夹。"
    case .homeNotOurs(let folder, let reason):
      return "\(folder) 不是 cadre 的数据库文件夹（\(reason.chinese)）。请将 CADRE_HOME 设为专用的文件夹。"
    case .homeUnreachable(let folder, let account):
      return "数据库以账户 \(account) 运行，但该账户无法进入 \(folder)。"
        + "请将 CADRE_HOME 设在私人目录以外，例如 /var/lib/cadre。"
    case .socketFolderUnsafe(let folder):
      return "套接字文件夹 \(folder) 已存在，且不是本用户的私有文件夹。请删除它，或将 CADRE_HOME 设为更短的路径。"
    case .busy(let lock):
      return "另一个 cadre 命令正在操作数据库（锁文件 \(lock)）。请等它结束后再试。"
    case .notCreated(let home):
      return "\(home) 中还没有数据库。创建并启动：cadre db start"
    case .notRunning(let home):
      return "\(home) 中的数据库没有运行。启动：cadre db start"
    case .creationFailed(let log, let tail):
      return "数据库创建失败，完整日志见 \(log)。" + Self.quoted(tail)
    case .startFailed(let log, let tail):
      return "数据库启动失败，完整日志见 \(log)。" + Self.quoted(tail)
    case .startTimedOut(let log, let seconds):
      return "数据库 \(seconds) 秒后仍未就绪（可能还在恢复）。请查看 \(log)，稍后再试。"
    case .stopTimedOut(let pid, let seconds):
      return "数据库（进程 \(pid)）\(seconds) 秒后仍未停止。不等最后一次写盘，直接停止：cadre db stop --force"
    case .programFailed(let program, let reason):
      return "无法运行 \(program)（\(reason.chinese)）。"
    }
  }

  private static func quoted(_ tail: [String]) -> String {
    tail.map { "\n  | " + $0 }.joined()
  }
}
