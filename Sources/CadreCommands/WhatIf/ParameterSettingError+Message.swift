import CadreModel
import Messages
import PolicyKit

extension ParameterSettingError: MessageProviding, ExitStatusProviding {
  var exitStatus: ExitStatus { .usage }

  func message(in language: Language) -> String { message.text(in: language) }

  private var message: Message {
    switch self {
    case .malformed(let text): WhatIfMessages.malformed(text)
    case .unknown(let name, let nearest): WhatIfMessages.unknown(name, nearest: nearest)
    case .wrongKind(let name, let value, let expected):
      WhatIfMessages.wrongKind(name, value: value, expected: expected.label)
    case .unknownCode(let name, let code, let nearest): WhatIfMessages.unknownCode(name, code: code, nearest: nearest)
    case .twice(let name): WhatIfMessages.twice(name)
    }
  }
}

extension ParameterSettingError.Kind {
  fileprivate var label: Message {
    switch self {
    case .wholeNumber: WhatIfMessages.wholeNumber
    case .number: WhatIfMessages.number
    case .day: WhatIfMessages.day
    case .monthDay: WhatIfMessages.monthDay
    case .codes: WhatIfMessages.codes
    }
  }
}
