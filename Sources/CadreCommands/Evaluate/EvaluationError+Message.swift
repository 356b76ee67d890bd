import CadreModel
import Evaluation

extension EvaluationError: ExitStatusProviding, MessageProviding {
  var exitStatus: ExitStatus {
    switch self {
    case .unknownCity, .unknownPolicy, .unknownIndicator: .usage
    default: .rejected
    }
  }

  func message(in language: Language) -> String {
    language(zh: chinese, en: description)
  }

  private var chinese: String {
    switch self {
    case .cityNotStored(let city):
      "城市“\(city)”已登记，但此数据库还没有它：请先运行 cadre migrate"
    case .unknownCity(let city, let known):
      "没有城市“\(city)”；可用的有：\(known.joined(separator: "、"))"
    case .noData:
      "没有任何城市的数据可供评估：请先运行 cadre import --city 城市 目录；如数据确已导入，则该数据库用户无权查看"
    case .unknownPolicy(let policy, let known):
      "没有政策“\(policy)”；可用的有：\(known.joined(separator: "、"))"
    case .unknownIndicator(let indicator, let nearest):
      "没有指标“\(indicator)”；"
        + (nearest.isEmpty ? "cadre catalogue 可列出全部指标" : "相近的有：\(nearest.joined(separator: "、"))")
    case .noSuchSubject(let subject, let indicator, let city, let asOf):
      "截至 \(asOf)，\(city) 的指标 \(indicator) 没有关于“\(subject)”的结果；cadre export results 可列出其全部对象"
    case .notInEffect(let policy, let from, let asOf):
      "政策 \(policy) 自 \(from) 起施行，\(asOf) 无可评估的内容"
    }
  }
}
