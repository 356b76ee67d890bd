public import CadreModel

/// What is said of who may do what.
public enum AccessMessages {
  // MARK: Duties

  public static let reader = Message("查阅", "reader")
  public static let importer = Message("导入", "importer")
  public static let evaluator = Message("判定", "evaluator")
  public static let publisher = Message("发布", "publisher")
  public static let unmasker = Message("查看完整证件号", "unmasker")
  public static let auditor = Message("安全审计", "auditor")
  public static let accessAdministrator = Message("安全管理（授权）", "access administrator")
  public static let serverOperator = Message("系统管理（运维）", "operator")

  public static let web = Message("网页服务", "pages' server")

  // MARK: Refusals

  /// - Parameters:
  ///   - duties: those of which the login has none.
  ///   - cities: those that it may not see.
  public static func missing(_ login: String, duties: [Message], cities: [CityName]) -> Message {
    let (names, codes) = (duties.joined(by: Punctuation.listSeparator), cities.map(\.code).joined(separator: ","))
    let places = cities.map { Message("\($0.chinese)", "\($0.english)") }.joined(by: Punctuation.listSeparator)
    let ask = Message("请安全管理员以 cadre access grant 授予", "an access administrator gives it by cadre access grant")
    if cities.isEmpty {
      return Message(
        "数据库用户 \(login) 没有“\(names.chinese)”职责：\(ask.chinese)",
        "the login \(login) lacks the duty \(names.english): \(ask.english)")
    }
    if duties.isEmpty {
      return Message(
        "数据库用户 \(login) 无权查看\(places.chinese)（\(codes)）：\(ask.chinese)",
        "the login \(login) may not see \(places.english) (\(codes)): \(ask.english)")
    }
    return Message(
      "数据库用户 \(login) 没有“\(names.chinese)”职责，也无权查看\(places.chinese)（\(codes)）：\(ask.chinese)",
      "the login \(login) lacks the duty \(names.english) and may not see \(places.english) (\(codes)): \(ask.english)")
  }

  public static func twoOfficers(_ login: String) -> Message {
    Message(
      "三员分立：系统管理、安全管理、安全审计须是三个不同的数据库用户，\(login) 已担任其一",
      "operator, access administrator and auditor are three logins, and \(login) is one of them already")
  }

  public static func worksWithData(_ login: String) -> Message {
    Message(
      "\(login) 有业务职责或城市：系统管理、安全管理、安全审计不接触业务数据，请另用一个数据库用户",
      "\(login) works with data, or sees a city: operator, access administrator and auditor are logins of their own")
  }

  public static func isOfficer(_ login: String) -> Message {
    Message(
      "\(login) 担任系统管理、安全管理或安全审计，不能再得到业务职责或城市",
      "\(login) is an operator, access administrator or auditor, who gets neither duties with data nor cities")
  }

  public static func isSuperuser(_ login: String) -> Message {
    Message(
      "\(login) 是超级用户，什么都能做，无从授予或收回", "\(login) is a superuser, whom nothing can be given or taken")
  }

  public static func grantedOtherwise(_ login: String) -> Message {
    Message(
      "\(login) 另由他人或通过其他角色得到授权，须由授予者或超级用户收回",
      "\(login) has it by another grant, too, which only its giver or a superuser takes back")
  }

  public static func inheritsNothing(_ login: String) -> Message {
    Message(
      "\(login) 不继承所属角色的权限：请先 alter role \(login) inherit",
      "\(login) does not inherit what its roles may do: alter role \(login) inherit first")
  }

  public static func noSuchLogin(_ login: String) -> Message {
    Message(
      "没有数据库用户 \(login)：请先由超级用户 create role \(login) login",
      "there is no login \(login): have a superuser create role \(login) login")
  }

  public static func noCityRole(_ city: String) -> Message {
    Message(
      "服务器上还没有城市 \(city) 的角色：请先运行 cadre migrate", "the city \(city) has no role on this server yet: run cadre migrate")
  }

  // MARK: Done

  public static func granted(_ login: String, duty: Message?, city: CityName?) -> Message {
    Message(
      "已授予 \(login)：\(what(duty, city).chinese)", "granted to \(login): \(what(duty, city).english)")
  }

  public static func revoked(_ login: String, duty: Message?, city: CityName?) -> Message {
    Message(
      "已从 \(login) 收回：\(what(duty, city).chinese)", "revoked from \(login): \(what(duty, city).english)")
  }

  private static func what(_ duty: Message?, _ city: CityName?) -> Message {
    let parts = [duty, city.map { Message($0.chinese, $0.english) }].compactMap { $0 }
    return parts.joined(by: Punctuation.listSeparator)
  }

  /// - Parameter cities: their codes.
  public static func line(_ login: String, duties: [Message], cities: [String]) -> Message {
    let names = duties.joined(by: Punctuation.listSeparator)
    let codes = cities.joined(separator: ",")
    return Message("\(login)：\(names.chinese)；城市 \(codes)", "\(login): \(names.english); cities \(codes)")
  }

  public static let nobody = Message("还没有授予任何数据库用户", "no login has been granted anything")
  public static let nothingNamed = Message(
    "请以 --duty 或 --city 说明授予、收回什么", "say by --duty or --city what is given or taken")
}
