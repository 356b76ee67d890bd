/// The file of a delivery that names stored rows which are to go: `withdrawals.csv`. It is no table: its rows act on those of
/// the others.
public enum Withdrawals {
  /// Its name in a delivery, without `.csv`, in English and in Chinese.
  public static let name = "withdrawals"
  public static let label = "撤销"
  /// What separates the parts of a key of several columns.
  public static let keySeparator: Character = ":"

  /// The table of the row, by its English or Chinese name.
  public static let table = Column("table", "表名", .text)
  public static let key = Column("key", "主键", .text)
  public static let reason = Column("reason", "原因", .text)
  public static let columns = [table, key, reason]
}
