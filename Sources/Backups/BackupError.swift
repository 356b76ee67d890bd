public import CadreModel
public import Files
public import Messages

/// Why no backup was made, or none brought back.
public enum BackupError: Error, Sendable, Hashable {
  /// Only a superuser's session reads every city's rows and gives every table to its owner.
  case needsSuperuser(login: String)
  /// None of the server's programs of that name fits its version.
  case noProgram(name: String, version: Int)
  /// One of the server's programs failed; the first line of what it said, without values.
  case programFailed(name: String, said: String)
  /// There is no backup in the folder.
  case noBackup(folder: String)
  /// A file of the backup is missing or is not as it was written.
  case fileChanged(path: String)
  /// The backup is of a newer program.
  case newerProgram(migration: Int, known: Int)
  /// What came back is not what was backed up.
  case contentDiffers(city: String)
  case chainDiffers(chain: String)
  /// Others work in the database that is to be replaced.
  case inUse(database: String, sessions: Int)
  /// Another command is bringing a backup back on this server.
  case busy
  case file(path: String, SystemError)

  public var message: Message {
    switch self {
    case .needsSuperuser(let login): BackupMessages.needsSuperuser(login)
    case .noProgram(let name, let version): BackupMessages.noProgram(name, version: version)
    case .programFailed(let name, let said): BackupMessages.programFailed(name, said: said)
    case .noBackup(let folder): BackupMessages.noBackup(folder)
    case .fileChanged(let path): BackupMessages.fileChanged(path)
    case .newerProgram(let migration, let known): BackupMessages.newerProgram(migration: migration, known: known)
    case .contentDiffers(let city): BackupMessages.contentDiffers(city)
    case .chainDiffers(let chain): BackupMessages.chainDiffers(chain)
    case .inUse(let database, let sessions): BackupMessages.inUse(database, sessions: sessions)
    case .busy: BackupMessages.busy
    case .file(let path, let error): BackupMessages.file(path, reason: Message(error.chinese, error.english))
    }
  }
}
