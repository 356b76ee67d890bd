import Glibc

/// What the server may use of this machine.
public struct Machine: Hashable, Sendable {
  /// Bytes of memory, no more than the control group allows.
  public let memory: Int
  public let processors: Int

  public init(memory: Int, processors: Int) {
    self.memory = memory
    self.processors = processors
  }

  /// The machine that the program runs on.
  public static var present: Machine {
    let installed = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    let limits = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"].compactMap { path in
      readFile(path).flatMap { Int($0.filter(\.isNumber)) }
    }
    let memory = limits.filter { $0 > 0 }.reduce(installed, min)
    return Machine(memory: memory, processors: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }
}
