public import CadreModel

/// What `cadre export persons --help` says.
public enum ExportPersonsHelp {
  public static let abstract = Message(
    "把人员、任职、年度考核写成任免审批表或数据交换文件夹。",
    "Write persons, their posts and assessments as appointment forms or as an exchange folder.")

  public static let discussion = Message(
    """
    lrmx 每人一份任免审批表，文件名是人员编号，不含姓名；exchange 写出 Table/A01.xml、A02.xml、A15.xml、B01.xml。
    公民身份号码以星号遮盖；以 --unmask 写出完整号码的，可用 cadre import 再导入，没有改动就没有变化。
    已有的文件不覆盖。文件含个人信息，仅本账户可读。
    例：cadre export persons --city quzhou --format lrmx --person P0000123 --out 任免表
    """,
    """
    lrmx is a form a person, named after the person's id, never the name; exchange writes Table/A01.xml, A02.xml, A15.xml and \
    B01.xml. Identity numbers are masked; with them in full (--unmask) both can be imported again, and change nothing where \
    nothing was changed. Files that are there are not replaced. They hold personal data, and only this account may read them.
    Example: cadre export persons --city quzhou --format lrmx --person P0000123 --out forms
    """)

  public static let format = Message(
    "lrmx（任免审批表）或 exchange（数据交换文件夹）。", "lrmx (appointment forms) or exchange (an exchange folder).")

  public static let persons = Message("只要这名人员（人员编号），可重复给出。", "Only the person of this id; may be repeated.")

  public static let folder = Message("写入的目录。", "The folder to write into.")
}
