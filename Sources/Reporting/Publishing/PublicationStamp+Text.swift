import CadreModel
import Messages
import Publications

extension PublicationStamp {
  /// Which publication, and the digest of its content: in a corner of each page.
  var mark: Message { PublicationMessages.stamp(number, digest: Self.short(contentDigest)) }

  /// The seal of the publication before: in another corner.
  var chain: Message { PublicationMessages.previous(number == 1 ? nil : Self.short(previous)) }

  /// Both on a line.
  var line: Message { Message("\(mark.chinese) · \(chain.chinese)", "\(mark.english) · \(chain.english)") }
}

extension Cover {
  /// Which publication the report is, or that it is none.
  mutating func addPublication(_ stamp: PublicationStamp?, _ language: Language) {
    guard let stamp else {
      add(ReportWorkbookMessages.publication, ReportWorkbookMessages.notPublished.text(in: language))
      return
    }
    add(ReportWorkbookMessages.publication, stamp.line.text(in: language))
    add(PublicationMessages.title, stamp.title)
    add(PublicationMessages.contentDigest, stamp.contentDigest)
    add(PublicationMessages.previousHead, stamp.previous)
  }
}
