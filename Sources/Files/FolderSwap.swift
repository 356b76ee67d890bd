import CFileSystem

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Puts a folder of new files in the place of an old one at once, together with whatever else the old one holds.
///
/// Before, the old folder's other entries are linked into the new one, folders entry by entry; afterwards the old folder
/// lies under the new one's former name, and only what is in the new one too is removed of it.
public struct FolderSwap {
  /// The folder that is in its place.
  private let place: String
  /// The folder that is to take it, and that of the old files then.
  private let draft: String
  /// Names that the new folder brings, or that are to go with the old one.
  private let own: Set<String>

  /// With more than so many entries around it, a folder is no report's folder.
  private static let mostCarried = 2_000

  public init(place: String, draft: String, own: Set<String>) {
    self.place = place
    self.draft = draft
    self.own = own
  }

  /// False where it cannot be done: the file system does not exchange folders, the folder is another user's or this
  /// process works in it, or it holds what cannot be linked or is too much. Then nothing has changed.
  public func perform() -> Bool {
    guard let old = FileStatus(place), let new = FileStatus(draft), old.kind == .folder, old.device == new.device,
      old.owner == new.owner, !isWorkedIn, adopt(old, new, draft)
    else { return false }
    var left = Self.mostCarried
    guard carry(place, draft, device: old.device, leavingOut: own, &left), unsafe exchange_paths(draft, place) == 0 else {
      dropCarried(draft, alsoIn: place, leavingOut: own)
      return false
    }
    for name in own { unsafe unlink("\(draft)/\(name)") }
    dropCarried(draft, alsoIn: place, leavingOut: [])
    keepLatecomers()
    unsafe rmdir(draft)
    return true
  }

  /// Who works in a folder would be left in one that is gone.
  private var isWorkedIn: Bool {
    guard let place = Folder.realPath(place), let here = Folder.realPath(".") else { return true }
    return here == place || here.hasPrefix(place == "/" ? "/" : place + "/")
  }

  /// Gives a folder the owner's group and the permissions of another.
  private func adopt(_ old: FileStatus, _ new: FileStatus, _ path: String) -> Bool {
    if old.group != new.group, unsafe chown(path, uid_t.max, old.group) != 0 { return false }
    return unsafe chmod(path, old.permissions) == 0
  }

  private func carry(
    _ from: String, _ to: String, device: dev_t, leavingOut own: Set<String>, _ left: inout Int
  ) -> Bool {
    guard let names = Folder.names(in: from) else { return false }
    for name in names where !own.contains(name) {
      let (source, target) = ("\(from)/\(name)", "\(to)/\(name)")
      left -= 1
      guard left > 0, let status = FileStatus(source), status.device == device else { return false }
      switch status.kind {
      case .file, .link:
        // Links are linked, not what they lead to.
        guard unsafe linkat(AT_FDCWD, source, AT_FDCWD, target, 0) == 0 else { return false }
      case .folder:
        guard unsafe mkdir(target, 0o700) == 0, let made = FileStatus(target), status.owner == made.owner,
          adopt(status, made, target), carry(source, target, device: device, leavingOut: [], &left)
        else { return false }
      case .pipe, .socket, .device: return false
      }
    }
    return true
  }

  /// Removes what lies at the same place in both folders, from the first.
  private func dropCarried(_ folder: String, alsoIn other: String, leavingOut own: Set<String>) {
    for name in Folder.names(in: folder) ?? [] where !own.contains(name) {
      let (path, twin) = ("\(folder)/\(name)", "\(other)/\(name)")
      guard let status = FileStatus(path), let kept = FileStatus(twin) else { continue }
      if status.kind == .folder, kept.kind == .folder {
        dropCarried(path, alsoIn: twin, leavingOut: [])
        unsafe rmdir(path)
      } else if status.isSame(as: kept) {
        unsafe unlink(path)
      }
    }
  }

  /// What somebody put into the old folder in the meantime goes to the new one, unless something is there already.
  private func keepLatecomers() {
    for name in Folder.names(in: draft) ?? [] {
      _ = unsafe move_to_free_path("\(draft)/\(name)", "\(place)/\(name)")
    }
  }
}
