public import CadreModel

/// What `cadre documents` says of itself.
public enum DocumentsHelp {
  public static let abstract = Message("写出由代码生成的文档页。", "Write the pages of the documentation that are made from the code.")
  public static let folder = Message("写到哪个目录。", "The folder to write them into.")
}
