#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What the operating system said when it refused something, in words that a person can act on.
public struct SystemError: Error, Hashable, Sendable {
  /// The system's number for it.
  public let code: Int32

  public init(code: Int32) {
    self.code = code
  }

  /// The system's last error on this thread.
  public static var last: SystemError { SystemError(code: errno) }

  /// In Chinese.
  public var chinese: String { words?.chinese ?? "系统报错（\(systemText)）" }
  /// In English.
  public var english: String { words?.english ?? systemText }

  /// The causes that people meet; the others are told as the system tells them.
  private var words: (chinese: String, english: String)? {
    switch code {
    case ENOENT: ("没有这个文件或文件夹", "no such file or folder")
    case EACCES, EPERM: ("没有权限", "permission denied")
    case EEXIST: ("已经存在", "it exists already")
    case EISDIR: ("是文件夹，不是文件", "it is a folder, not a file")
    case ENOTDIR: ("路径中有一段不是文件夹", "a part of the path is no folder")
    case ENOTEMPTY: ("文件夹不是空的", "the folder is not empty")
    case EROFS: ("所在的磁盘是只读的", "the disk is read-only")
    case ENOSPC: ("磁盘已满", "the disk is full")
    case EDQUOT: ("超出了磁盘配额", "the disk quota is used up")
    case EFBIG: ("文件超过允许的大小", "the file is larger than allowed")
    case EMFILE, ENFILE: ("打开的文件过多", "too many files are open")
    case ENAMETOOLONG: ("名称过长", "the name is too long")
    case ELOOP: ("符号链接绕成了圈或层数过多", "symbolic links lead in a circle, or too far")
    case EIO: ("磁盘读写出错", "the disk fails to read or write")
    case EBUSY, ETXTBSY: ("正被其他程序占用", "another program is using it")
    case ENXIO, ENODEV: ("设备不可用", "the device is not there")
    case EPIPE: ("接收的程序已经退出", "the program that reads it has ended")
    case ENOMEM: ("内存不足", "not enough memory")
    case EINVAL: ("系统不接受这个名称或操作", "the system does not accept the name or the operation")
    case EXDEV: ("跨磁盘，不能移动", "it cannot be moved to another disk")
    case ESTALE: ("网络文件夹已失效", "the network folder has gone away")
    default: nil
    }
  }

  private var systemText: String {
    guard let text = unsafe strerror(code) else { return "error" }
    return unsafe String(cString: text)
  }
}

extension SystemError: CustomStringConvertible {
  public var description: String { english }
}
