public import CadreModel

/// What is said of publications: on their pages, and by the commands that make and verify them.
public enum PublicationMessages {
  /// - Parameter numbers: of publications whose results, or files, were not looked into.
  public static func unseen(_ numbers: [Int]) -> Message {
    let list = numbers.map(String.init).joined(separator: ", ")
    return Message(
      "以下发布涉及该数据库用户无权查看的城市，判定结果未核对：\(list)",
      "not looked into, for this login may not see all their cities: the results of the publications \(list)")
  }

  // MARK: On pages

  /// - Parameters:
  ///   - digest: of its content, the first digits.
  public static func stamp(_ number: Int, digest: String) -> Message {
    Message("发布第 \(number) 号 · 摘要 \(digest)", "Publication \(number) · digest \(digest)")
  }

  /// - Parameter head: the seal of the publication before, the first digits; nil for the first.
  public static func previous(_ head: String?) -> Message {
    Message("上一号链头 \(head ?? "（首号）")", "previous head \(head ?? "(the first)")")
  }

  public static let title = Message("发布标题", "Publication title")
  public static let contentDigest = Message("发布摘要", "Publication digest")
  public static let previousHead = Message("上一号链头", "Previous head")

  // MARK: Publishing

  public static func published(_ number: Int, title: String) -> Message {
    Message("已发布第 \(number) 号：\(title)", "Published as \(number): \(title)")
  }

  public static func seal(_ digest: String) -> Message {
    Message("链头：\(digest)（请抄录在数据库之外）", "Head: \(digest) (note it down outside of the database)")
  }

  public static func written(_ number: Int, to folder: String) -> Message {
    Message("第 \(number) 号发布已写入 \(folder)", "Publication \(number) is in \(folder)")
  }

  // MARK: What is wrong with a request

  public static func unknown(_ number: Int) -> Message {
    Message("没有第 \(number) 号发布；cadre publications list 列出全部", "no publication \(number): cadre publications list names them")
  }

  public static func unreadable(_ number: Int) -> Message {
    Message("第 \(number) 号发布的封存文本无法辨认", "the sealed text of publication \(number) is none that cadre writes")
  }

  public static func damaged(_ number: Int, path: String) -> Message {
    Message(
      "第 \(number) 号发布所存的 \(path) 与封存的不符，未写出任何文件",
      "what is kept of \(path) in publication \(number) is not what was sealed: nothing was written")
  }

  public static func notEmpty(_ folder: String) -> Message {
    Message("\(folder) 不是空目录，请另选（--out）", "\(folder) is not empty: choose another place with --out")
  }

  public static let wrongTitle = Message("标题须写一行文字", "a title is one line of text")

  public static func key(_ path: String) -> Message {
    Message(
      "\(path) 中没有可用的 Ed25519 密钥（PEM，无口令）：openssl genpkey -algorithm ed25519 可生成",
      "\(path) holds no Ed25519 key (PEM, without password): openssl genpkey -algorithm ed25519 makes one")
  }

  public static let nothingToPublish = Message("该时点没有可发布的结果", "there is nothing to publish at that date")

  public static func noReport(_ folder: String) -> Message {
    Message("\(folder) 中没有报告（about.json 或 seal.txt）", "there is no report in \(folder): neither about.json nor seal.txt")
  }

  public static func unreadableFile(_ path: String, reason: Message) -> Message {
    Message("无法读取 \(path)：\(reason.chinese)", "\(path) cannot be read: \(reason.english)")
  }

  // MARK: Listing

  public static let headings: [Message] = [
    Message("序号", "publication_number"), Message("发布时间", "published_on"), Message("标题", "title"), Message("时点", "as_of"),
    Message("城市", "cities"), Message("发布人", "published_by"), Message("链头", "digest"),
  ]

  public static func count(_ count: Int) -> Message {
    Message("共 \(count) 号", count == 1 ? "1 publication" : "\(count) publications")
  }

  public static let signed = Message("已签名", "signed")

  // MARK: Verifying

  public static func verified(_ count: Int, head: String, flaws: Int) -> Message {
    flaws == 0
      ? Message("发布完整：\(count) 号，链头 \(head)", "Publications are whole: \(count), head \(head)")
      : Message("发布有误（\(flaws) 处），共 \(count) 号", "Publications are not as they were sealed (\(flaws) found): \(count) in all")
  }

  public static func changed(_ number: Int) -> Message {
    Message("第 \(number) 号的封存文本已被改动", "the sealed text of publication \(number) was changed")
  }

  public static func missing(_ number: Int, next: Int) -> Message {
    Message("缺第 \(number) 号（其后为第 \(next) 号）", "publication \(number) is missing (the next one is \(next))")
  }

  public static func unconnected(_ number: Int) -> Message {
    Message("第 \(number) 号与上一号不相连", "publication \(number) does not follow from the one before")
  }

  public static func end(found: Int, noted: Int) -> Message {
    Message(
      "末尾与链头不符：现有 \(found) 号，链头记为第 \(noted) 号", "the end is not the head that was noted: \(found) are there, the head is \(noted)"
    )
  }

  public static func file(_ number: Int, path: String) -> Message {
    Message("第 \(number) 号：所存的 \(path) 已被改动", "publication \(number): \(path) was changed")
  }

  public static func fileMissing(_ number: Int, path: String) -> Message {
    Message("第 \(number) 号：\(path) 不见了", "publication \(number): \(path) is gone")
  }

  public static func fileUnknown(_ number: Int, path: String) -> Message {
    Message("第 \(number) 号：\(path) 不在封存之列", "publication \(number): \(path) was not sealed")
  }

  public static func results(_ number: Int, city: String, asOf: String) -> Message {
    Message(
      "第 \(number) 号：\(city) \(asOf) 的结果与封存的不符", "publication \(number): the results of \(city) at \(asOf) are not those sealed")
  }

  public static func log(_ number: Int) -> Message {
    Message("第 \(number) 号：留痕中没有相应的条目", "publication \(number): the log does not hold its entries")
  }

  // MARK: Verifying a folder

  /// - Parameter publication: which one it is, in words.
  public static func folderVerified(_ files: Int, publication: Message) -> Message {
    Message(
      "相符：\(files) 个文件，\(publication.chinese)", "As it should be: \(files) files, \(publication.english)")
  }

  public static func folderWrong(_ flaws: Int) -> Message {
    Message("不符：\(flaws) 处", "Not as it should be: \(flaws) found")
  }

  public static func publication(_ number: Int) -> Message {
    Message("发布第 \(number) 号", "publication \(number)")
  }

  public static func publication(_ number: Int, head: String) -> Message {
    Message("发布第 \(number) 号，链头 \(head)", "publication \(number), head \(head)")
  }

  public static func missingFile(_ path: String) -> Message { Message("缺 \(path)", "\(path) is missing") }
  public static func changedFile(_ path: String) -> Message { Message("\(path) 已被改动", "\(path) was changed") }
  public static func unknownFile(_ path: String) -> Message { Message("\(path) 不属于该报告", "\(path) is no part of the report") }
  public static func unreadableAbout(_ path: String) -> Message {
    Message("\(path) 无法辨认", "\(path) says nothing that can be read")
  }
  public static let wrongSeal = Message("seal.txt 已被改动", "seal.txt was changed")
  public static let unsigned = Message("没有签名", "there is no signature")
  public static let wrongSignature = Message("签名与公钥不符", "the signature is not of this key")

  public static func notPublished(_ number: Int) -> Message {
    Message("数据库中没有第 \(number) 号发布", "the database has no publication \(number)")
  }

  public static func otherSeal(_ number: Int) -> Message {
    Message("与数据库所封存的第 \(number) 号不同", "the database has sealed something else as publication \(number)")
  }
}
