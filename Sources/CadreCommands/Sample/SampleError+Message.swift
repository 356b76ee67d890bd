import CadreModel
import Files
import SampleData

extension SampleError: ExitStatusProviding {
  var exitStatus: ExitStatus {
    switch self {
    case .tooFewPersons, .tooManyPersons, .wrongYears, .wrongTrainingAmount: .usage
    case .cannotWrite, .unconvertible, .cancelled: .rejected
    }
  }
}

extension SampleError: MessageProviding {
  func message(in language: Language) -> String {
    guard language == .chinese else { return description }
    return switch self {
    case .tooFewPersons(let count, let least): "\(count) 人不足以填满每张表：至少 \(least) 人"
    case .tooManyPersons(let count, let most): "\(count) 人超出编号范围：至多 \(most) 人"
    case .wrongYears(let from, let to): "无法生成 \(from) 至 \(to) 年：应在 2017 至 2098 年之间，至少两年，起始年不晚于终止年"
    case .wrongTrainingAmount(let count): "无法为每人生成 \(count) 条培训记录：应为 1 至 1000 条"
    case .cannotWrite(let path, let reason): "无法写入 \(path)：\(reason.chinese)"
    case .unconvertible(let path): "无法以 GB18030 写入 \(path)：系统的 iconv 不支持该编码"
    case .cancelled: "已中止，未写完的文件已删除"
    }
  }
}
