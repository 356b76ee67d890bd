/// The version of this program.
public enum ProgramVersion {
  /// As imports and runs record it.
  public static let current = "0.1.0"
}
