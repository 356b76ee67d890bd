import CLibPQ

/// The libpq that the program runs with.
public enum ClientLibrary {
  /// Its version as a number: 150004 is 15.4.
  public static var version: Int { Int(PQlibVersion()) }
}
