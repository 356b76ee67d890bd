/// Names of files and folders that are being written: drawn at random, so that what bears one is what drew it.
///
/// Whatever else lies beside is somebody else's and stays, even if its name looks alike.
public enum DrawnName {
  /// A hidden name beside the file or folder of that name.
  public static func beside(_ name: String) -> String {
    ".\(name).draft-\(String(UInt64.random(in: UInt64.min...UInt64.max), radix: 36))"
  }
}
