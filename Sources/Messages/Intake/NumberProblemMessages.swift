public import CadreModel

/// What is wrong with a number.
public enum NumberProblemMessages {
  public static let number = Message(
    "应为普通小数，如 12 或 12.5，不带千分位、单位或指数",
    "expected a plain decimal such as 12 or 12.5, without separators, units or exponent")

  public static let tooManyFractionDigits = Message("最多两位小数", "at most two fractional digits")
  public static let tooLarge = Message("数值过大：整数部分最多 12 位", "too large: at most 12 digits before the point")
  public static let integer = Message("应为整数", "expected a whole number")
  public static let integerTooLarge = Message("整数过大：最大 2147483647", "too large: at most 2147483647")

  public static let negative = Message("不能小于 0", "must not be below 0")
  public static let belowOne = Message("不能小于 1", "must not be below 1")
  public static let zero = Message("不能为 0", "must not be 0")
  public static let outsideHundred = Message("应在 0 至 100 之间", "must lie in 0-100")
  public static let outsideYears = Message("年度应在 1900 至 2100 之间", "the year must lie in 1900-2100")
}
