public import CadreModel

/// What `cadre backup --help` says.
public enum BackupHelp {
  public static let abstract = Message("把整个数据库备份到一个文件夹。", "Back up the whole database into a folder.")

  public static let discussion = Message(
    """
    写出新文件夹 cadre-backup-时间：pg_dump 的内容，以及 about.json（各市行数与摘要、各条链的链头、每个文件的 SHA-256）。\
    写完之前不会出现；权限 0700。备份期间照常使用。身份证号密钥不在其中，须另行保存。恢复用 cadre restore。
    """,
    """
    Writes a new folder cadre-backup-TIME: what pg_dump wrote, and about.json (rows and digests by city, the ends of the \
    chains, the SHA-256 of each file). It is there when it is whole, with mode 0700; work goes on meanwhile. The key of the \
    identity numbers is not in it: keep it apart. cadre restore brings it back.
    """)

  public static let out = Message(
    "在哪个文件夹中新建；不给出则为 CADRE_HOME 下的 backups。", "Where the new folder is made; by default backups in CADRE_HOME.")

  public static let keep = Message(
    "只保留该文件夹中最新的几份备份，删除更早的。", "Keep so many of the newest backups in that folder, and remove older ones.")

  public static let keepAtLeastOne = Message("--keep 至少为 1", "--keep must be at least 1")

  public static let check = Message(
    "不备份，只检查给出的备份是否与摘要相符。", "Make none: look whether this backup is as it was written.")
}

/// What `cadre restore --help` says.
public enum RestoreHelp {
  public static let abstract = Message("用备份替换数据库。", "Put a backup in the place of the database.")

  public static let discussion = Message(
    """
    先核对备份的每个文件，在旁边建新库恢复，升级到本程序的版本，逐表核对内容与链头，全部相符后才一次替换。\
    中途失败或被中断时，原数据库不变；替换后原数据库改名保留。备份可来自不同版本的 PostgreSQL。
    """,
    """
    Looks whether each file is as it was written, brings all back into a database beside, up to this program's version, \
    compares contents and chains, and only then lets it take the old one's place, at once. Failed or killed halfway, the \
    database is as it was; what was replaced is kept under another name. The backup may be of another version of PostgreSQL.
    """)

  public static let folder = Message("cadre backup 写出的文件夹。", "A folder that cadre backup wrote.")
}

/// What `cadre upgrade --help` says.
public enum UpgradeHelp {
  public static let abstract = Message(
    "更新程序后使用：备份、升级数据库、按新规则重新评估，并说明变化。",
    "After a new version of the program: back up, migrate, judge again what has other rules, and say what changed.")

  public static let discussion = Message(
    """
    每一步都在前一步完成后进行；出错时停下，数据库可用升级前的备份恢复（cadre restore）。规则未变的评估不重做。
    """,
    """
    Each step begins when the one before is done; if one fails, the backup made first brings everything back \
    (cadre restore). Judgements whose rules are the same are left as they are.
    """)

  public static let out = Message(
    "备份写到哪个文件夹；不给出则为 CADRE_HOME 下的 backups。", "Where the backup goes; by default backups in CADRE_HOME.")

  public static let noBackup = Message("不备份（已另行备份时）。", "Make no backup, because there is one.")
}

/// What `cadre db upgrade --help` says.
public enum UpgradeDatabaseHelp {
  public static let abstract = Message(
    "把自带数据库服务器升级到本机最新版本的 PostgreSQL。", "Move the private server to this machine's newest PostgreSQL.")

  public static let discussion = Message(
    """
    旧版本须仍已安装。先备份，在旁边用新版本建库、恢复并核对，全部相符后一次替换；旧数据保留在 CADRE_HOME 中，由您确认后删除。
    """,
    """
    The old version must still be installed. Backs up, makes a server of the new version beside, brings all back into it and \
    checks it, and then lets it take the old one's place at once; the old data stay in CADRE_HOME until you remove them.
    """)
}
