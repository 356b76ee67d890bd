/// The version of this program.
enum ProgramVersion {
  /// As imports record it.
  static let current = "0.1.0"
}
