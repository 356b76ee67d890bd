import ArgumentParser
import CadreModel
import Files
import Messages
import Publications

/// `cadre publications`: what was published.
struct PublicationsCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "publications", PublicationHelp.abstract, discussion: PublicationHelp.discussion,
      subcommands: [PublicationsList.self, PublicationsShow.self, PublicationsWrite.self, PublicationsVerify.self])
  }
}

extension PublicationError: MessageProviding, ExitStatusProviding {
  var exitStatus: ExitStatus {
    switch self {
    case .unknown, .notEmpty, .title, .key: .usage
    case .unreadable, .damaged, .unwritable, .nothingToPublish: .rejected
    }
  }

  func message(in language: Language) -> String {
    let message =
      switch self {
      case .unknown(let number): PublicationMessages.unknown(number)
      case .unreadable(let number): PublicationMessages.unreadable(number)
      case .damaged(let number, let path): PublicationMessages.damaged(number, path: path)
      case .notEmpty(let folder): PublicationMessages.notEmpty(folder)
      case .unwritable(let folder, let reason): OutputMessages.unwritable(Message(folder, folder), reason: reason.message)
      case .title: PublicationMessages.wrongTitle
      case .key(let path): PublicationMessages.key(path)
      case .nothingToPublish: PublicationMessages.nothingToPublish
      }
    return message.text(in: language)
  }
}

extension FolderError: MessageProviding, ExitStatusProviding {
  var exitStatus: ExitStatus { .usage }

  func message(in language: Language) -> String {
    let message =
      switch self {
      case .noReport(let folder): PublicationMessages.noReport(folder)
      case .unreadable(let path, let reason): PublicationMessages.unreadableFile(path, reason: reason.message)
      }
    return message.text(in: language)
  }
}

extension PublicationFlaw {
  var message: Message {
    switch self {
    case .changed(let number): PublicationMessages.changed(number)
    case .missing(let number, let next): PublicationMessages.missing(number, next: next)
    case .unconnected(let number): PublicationMessages.unconnected(number)
    case .end(let found, let noted): PublicationMessages.end(found: found, noted: noted)
    case .file(let number, let path): PublicationMessages.file(number, path: path)
    case .fileMissing(let number, let path): PublicationMessages.fileMissing(number, path: path)
    case .fileUnknown(let number, let path): PublicationMessages.fileUnknown(number, path: path)
    case .results(let number, let city, let asOf): PublicationMessages.results(number, city: city, asOf: asOf)
    case .log(let number): PublicationMessages.log(number)
    }
  }
}

extension FolderFlaw {
  var message: Message {
    switch self {
    case .missing(let path): PublicationMessages.missingFile(path)
    case .changed(let path): PublicationMessages.changedFile(path)
    case .unknown(let path): PublicationMessages.unknownFile(path)
    case .unreadable(let path): PublicationMessages.unreadableAbout(path)
    case .seal: PublicationMessages.wrongSeal
    case .unsigned: PublicationMessages.unsigned
    case .signature: PublicationMessages.wrongSignature
    case .notPublished(let number): PublicationMessages.notPublished(number)
    case .otherSeal(let number): PublicationMessages.otherSeal(number)
    }
  }
}
