public import CadreModel

/// What `cadre serve` says, on the terminal and where one comes in.
public enum ServeMessages {
  public static func listening(_ address: String) -> Message {
    Message(
      "网页已启动。请在本机浏览器中打开（链接只能用一次）：\n\(address)\n按 Ctrl-C 停止。",
      "The pages are up. Open this on this machine (the link is good once):\n\(address)\nPress Ctrl-C to stop.")
  }

  public static func listeningForAccounts(_ address: String) -> Message {
    Message(
      "网页已启动，凭账户登录：\(address)\n账户由 cadre user add 建立。按 Ctrl-C 停止。",
      "The pages are up; people sign in with their accounts: \(address)\nAccounts are made by cadre user add. Press Ctrl-C to stop."
    )
  }

  public static let needsAccounts = Message(
    "--host、--tls-certificate、--tls-key 只用于 --accounts：没有账户时，网页只供本机访问",
    "--host, --tls-certificate and --tls-key go with --accounts: without accounts the pages are for this machine alone")
  public static let needsTLS = Message(
    "供其他机器访问须用 TLS：请给出 --tls-certificate 和 --tls-key，或由本机的反向代理转发到 127.0.0.1",
    "other machines are served over TLS alone: give --tls-certificate and --tls-key, or let a proxy on this machine forward to "
      + "127.0.0.1")
  public static let needsBothFiles = Message(
    "--tls-certificate 与 --tls-key 须同时给出", "--tls-certificate and --tls-key are given together")

  public static func certificate(_ file: String, reason: String) -> Message {
    Message("证书或密钥不能用：\(file)（\(reason)）", "the certificate or key cannot be used: \(file) (\(reason))")
  }

  public static let stopped = Message("网页已停止", "the pages are down")

  public static func portTaken(_ port: Int, reason: String) -> Message {
    Message(
      "不能在端口 \(port) 上启动：\(reason)；换一个：cadre serve --port",
      "cannot listen on port \(port): \(reason); choose another with --port")
  }

  public static let portRange = Message("--port 应为 1 至 65535", "--port is from 1 to 65535")
  public static let connectionRange = Message("--connections 应为 1 至 200", "--connections is from 1 to 200")

  public static let enterTitle = Message("请用终端上的链接进入", "Come in by the link on the terminal")
  public static let enterText = Message(
    "运行 cadre serve 的终端上印有进入链接，只能用一次；会话结束后请重新运行 cadre serve。",
    "Where cadre serve runs, a link to come in is printed. It is good once; when its session has ended, run cadre serve again.")
  public static let leave = Message("退出", "Sign out")
}
