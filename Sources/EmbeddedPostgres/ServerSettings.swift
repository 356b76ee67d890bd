/// How much the server cares for its data.
public enum Durability: Hashable, Sendable {
  /// Every commit is on disk before it is reported: for real data.
  case full
  /// Nothing is forced to disk: for tests, whose data nobody misses after a power cut.
  case none
}

/// The private server's `postgresql.conf`: one user, large loads and large queries, few connections.
struct ServerSettings: Hashable, Sendable {
  let machine: Machine
  let durability: Durability

  private static let megabyte = 1 << 20

  /// An eighth of the memory: the operating system caches the rest.
  var sharedBuffers: Int { megabytes(machine.memory / 8, in: 64...8192) }
  /// Per sort or hash, of which several run at once.
  var workMemory: Int { megabytes(machine.memory / 256, in: 8...256) }
  var maintenanceMemory: Int { megabytes(machine.memory / 24, in: 64...2048) }
  var cacheSize: Int { megabytes(machine.memory / 2, in: 128...1_048_576) }

  private func megabytes(_ bytes: Int, in range: ClosedRange<Int>) -> Int {
    min(max(bytes / Self.megabyte, range.lowerBound), range.upperBound)
  }

  /// The file's text.
  var text: String {
    """
    # Written by cadre at each start. To change a setting for good use: alter system set ... (it wins over this file).

    # Memory, from the machine's \(machine.memory / Self.megabyte) MB
    shared_buffers = \(sharedBuffers)MB
    work_mem = \(workMemory)MB
    maintenance_work_mem = \(maintenanceMemory)MB
    effective_cache_size = \(cacheSize)MB

    # Processors
    max_parallel_workers = \(machine.processors)
    max_parallel_workers_per_gather = \(min(2, machine.processors))
    max_parallel_maintenance_workers = \(min(2, machine.processors))

    # Large loads: no replica reads the log, so a COPY into a table made in the same transaction need not be logged
    wal_level = minimal
    max_wal_senders = 0
    # Compressing a page takes longer than writing it
    wal_compression = off
    max_wal_size = 4GB
    checkpoint_timeout = 15min
    checkpoint_completion_target = 0.9

    # Planner: disks without seek time; queries too short for compiling them to pay
    random_page_cost = 1.1
    jit = off

    # Dates and words
    timezone = 'Asia/Shanghai'
    datestyle = 'iso, ymd'
    lc_messages = 'C'
    default_text_search_config = 'pg_catalog.simple'

    # The log names what failed, not the personal data it failed on
    log_timezone = 'Asia/Shanghai'
    log_line_prefix = '%m [%p] %q%u@%d '
    log_error_verbosity = terse
    log_parameter_max_length = 0
    log_parameter_max_length_on_error = 0

    # Connections
    max_connections = 100
    password_encryption = 'scram-sha-256'

    \(durabilityLines)

    """
  }

  private var durabilityLines: String {
    switch durability {
    case .full:
      """
      # Nothing that was committed may be lost
      fsync = on
      synchronous_commit = on
      full_page_writes = on
      """
    case .none:
      """
      # A server for tests: nothing is forced to disk
      fsync = off
      synchronous_commit = off
      full_page_writes = off
      """
    }
  }

  /// Who may connect: everyone with the password, over the socket only.
  static let hostRules = """
    # Written by cadre at each start.
    # TYPE  DATABASE  USER  METHOD
    local   all       all   scram-sha-256

    """
}
