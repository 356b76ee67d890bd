/// Where the format ends.
public enum SheetLimits {
  public static let rows = 1_048_576
  public static let columns = 16_384
  /// UTF-16 units of a cell's text.
  public static let textLength = 32_767
  /// Links that a sheet can have.
  public static let links = 65_530
}
