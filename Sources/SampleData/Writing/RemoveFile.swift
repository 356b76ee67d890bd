import Glibc

/// Removes a file, if it is there.
func removeFile(_ path: String) {
  _ = unsafe unlink(path)
}
