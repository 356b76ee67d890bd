import Bytes
import DataContract
import IdentityNumbers
import PostgresClient

extension RowChecker {
  /// A number is checked in the clear and leaves here sealed.
  mutating func checkIdentityNumber(_ column: Int, _ text: Span<UInt8>, line: Int) {
    if NumberMask.isMask(text) { return takeMasked(column, text, line: line) }
    switch IdentityNumberCell.parse(text) {
    case .valid:
      var number: [UInt8] = []
      for index in text.indices { number.append(text[index]) }
      if number[17] == UInt8(ascii: "x") { number[17] = UInt8(ascii: "X") }
      compare(number)
      seal(number)
    case .malformed: report(line, column, text, Problem.ofNumber(text, otherwise: .identityNumber))
    case .impossibleBirthDate: report(line, column, text, .identityBirthDate)
    case .wrongCheckCharacter:
      report(line, column, text, isZeroed(text) ? .identityZeroed : .identityCheck)
    }
  }

  /// With the row's birth date and sex, which stand before it in the contract.
  private mutating func compare(_ number: [UInt8]) {
    guard case .day(let born) = DateCell.parse(number.span.extracting(6..<14)) else { return }
    // The last digit but one is odd for men, whose code is the first.
    let sex: Int64 = number[16] & 1 == 1 ? 0 : 1
    if state[plan.birthDate].value == Int64(born) && state[plan.sex].value == sex { return }
    doubtfulPersons.append(String(decoding: key.dropLast(), as: UTF8.self))
  }

  private mutating func seal(_ number: [UInt8]) {
    do throws(IdentityKeyError) {
      guard let seal else { throw .missing }
      encoder.text(try seal.seal(number))
      hasSealed = true
    } catch {
      stop = error
      encoder.null()
    }
  }

  /// A template with data shows numbers masked: handed in again, such a cell says that the number is still the stored one.
  private mutating func takeMasked(_ column: Int, _ text: Span<UInt8>, line: Int) {
    guard let storedNumbers else {
      stop = NumbersMasked()
      return encoder.null()
    }
    // The person's id stands before it in the contract. Where that is wrong, the row is anyway.
    guard isKeyComplete, !key.isEmpty else { return encoder.null() }
    guard let sealed = storedNumbers.sealed(of: key.span.extracting(0..<(key.count - 1))) else {
      return report(line, column, text, .identityMasked)
    }
    do throws(IdentityKeyError) {
      guard let seal else { throw .missing }
      guard NumberMask.stands(string(text), for: try seal.open(String(decoding: sealed, as: UTF8.self))) else {
        return report(line, column, text, .identityMasked)
      }
      encoder.text(sealed)
    } catch {
      stop = error
      encoder.null()
    }
  }

  /// Whether the last three digits are those that a spreadsheet puts in the place of what it could not keep.
  private func isZeroed(_ text: Span<UInt8>) -> Bool {
    (15..<18).allSatisfy { text[$0] == UInt8(ascii: "0") }
  }
}

/// A cell as it may be told of: without a number of identity, wherever one stands.
func tellable(_ value: String, in column: DataContract.Column?) -> String {
  if case .identityNumber = column?.type { return NumberMask.withoutDigits(value) }
  return NumberMask.withoutNumbers(value)
}
