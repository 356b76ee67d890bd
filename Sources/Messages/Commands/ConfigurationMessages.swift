public import CadreModel

/// Why a configuration folder cannot take the place of what the program brings. `place` is what names it, with its path:
/// `--config=/etc/cadre`.
public enum ConfigurationMessages {
  /// - Parameter name: the option or variable that names the folder.
  public static func noPath(_ name: String) -> Message {
    Message("\(name) 是空的：请写配置目录，或不要给出它", "\(name) is empty: name a configuration folder, or leave it out")
  }

  public static func missing(_ place: String) -> Message {
    Message("\(place)：没有这个目录", "\(place): no such folder")
  }

  public static func isFile(_ place: String) -> Message {
    Message("\(place)：应是目录，却是文件", "\(place): it is a file, and should be a folder")
  }

  public static func closed(_ place: String) -> Message {
    Message("\(place)：没有权限读取该目录", "\(place): no permission to read the folder")
  }

  public static func empty(_ place: String) -> Message {
    Message(
      "\(place)：其中没有配置文件，应有 policies/*.yaml、cities/*.yaml 和 calendar/workdays.csv",
      "\(place): it holds no configuration; expected policies/*.yaml, cities/*.yaml and calendar/workdays.csv")
  }

  public static func lacks(_ place: String, _ files: [String]) -> Message {
    Message(
      "\(place)：不完整，缺少 \(files.list.chinese)；程序自带的文件在安装目录的 config 中，可复制后修改",
      "\(place): not whole, it lacks \(files.list.english); copy the program's own config folder and change that")
  }

  public static func strange(_ place: String, _ files: [String]) -> Message {
    Message(
      "\(place)：没有与 \(files.list.chinese) 对应的政策或城市，请改正文件名或移走",
      "\(place): no policy or city belongs to \(files.list.english); correct the name, or take it away")
  }

  public static func unreadable(_ place: String, _ file: String) -> Message {
    Message(
      "\(place)：无法读取 \(file)，可能没有权限，或不是 UTF-8 编码",
      "\(place): \(file) cannot be read: no permission, or not in UTF-8")
  }
}
