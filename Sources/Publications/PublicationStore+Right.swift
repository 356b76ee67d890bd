import Access
import Digest
import PostgresClient

/// How far a login may look into a publication.
enum PublicationRight: String, Sendable, Hashable {
  /// It may see all its cities.
  case files
  /// It watches: it is told digests, and reads no file.
  case digests
  case none
}

extension PublicationStore {
  func right(to number: Int) async throws -> PublicationRight {
    let rows = try await connection.query(
      Statement(
        "right to a publication",
        """
        select
          case
            when has_table_privilege('cadre.publication_contents', 'select')
              and $1::bigint = any (cadre.publications_seen()) then 'files'
            when cadre.has_role($2) then 'digests'
            else 'none'
          end as publication_right
        """, [.int(Int64(number)), .text(Duty.auditor.role)]))
    return PublicationRight(rawValue: try rows.first?.decode("publication_right") ?? "") ?? .none
  }

  /// The SHA-256 of a file as it is kept; nil where there is none.
  nonisolated(nonsending) func digest(
    of path: String, in number: Int, _ right: PublicationRight
  ) async throws -> String? {
    if right == .files {
      let digest = SHA256()
      let parts = try await read(path, of: number) { digest.update($0.span) }
      return parts == 0 ? nil : digest.finish()
    }
    let rows = try await connection.query(
      Statement(
        "digest of a file", "select cadre.publication_file_digest($1::bigint, $2::text) as digest",
        [.int(Int64(number)), .text(path)]))
    return try rows.first?.decode("digest", as: String?.self)
  }

  /// The paths of the files that are kept.
  func paths(of number: Int, _ right: PublicationRight) async throws -> [String] {
    let source =
      right == .files
      ? "select distinct c.path from publication_contents c where c.publication_number = $1"
      : "select p as path from cadre.publication_paths($1) p"
    let rows = try await connection.query(
      Statement("files of a publication", "\(source) order by 1", [.int(Int64(number))]))
    return try rows.map { try $0.decode("path") }
  }
}
