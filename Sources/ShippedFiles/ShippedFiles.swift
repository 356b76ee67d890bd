/// The files of `sql/` and `config/` as they were when the program was built.
public enum ShippedFiles {
  /// The text of one file, by its path from the package's root (`config/policies/quzhou.yaml`).
  public static func text(_ path: String) -> String? {
    contents.first { $0.path == path }?.text
  }

  /// Paths of all files below a folder (`sql/migrations`), in order.
  public static func paths(below folder: String) -> [String] {
    contents.map(\.path).filter { $0.hasPrefix(folder + "/") }.sorted()
  }
}
