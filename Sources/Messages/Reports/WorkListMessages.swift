public import CadreModel

/// What work lists say: their columns and sheets, and the page of notices.
public enum WorkListMessages {
  public static func title(_ city: City) -> Message {
    Message("\(city.nameChinese)督办清单", "\(city.nameEnglish): work list")
  }

  public static let items = Message("督办事项", "Items")
  public static let groups = Message("汇总", "Summary")
  public static let waivers = Message("豁免", "Waivers")

  // MARK: Columns

  public static let headID = Message("负责人编号", "head_id")
  public static let head = Message("负责人", "head")
  public static let headPost = Message("负责人职务", "head_post")
  public static let urgency = Message("类别", "urgency")
  public static let since = Message("自何时", "since")
  public static let daysOver = Message("已过天数", "days_over")
  public static let missing = Message("还需做什么", "missing")
  public static let groupID = Message("编号", "id")
  public static let groupName = Message("名称", "name")
  public static let itemCount = Message("督办事项数", "items")
  public static let due = Message("将到期", "due")
  public static let rate = Message("达标率（计豁免）", "rate_with_waivers")
  public static let rateWithout = Message("达标率（不计豁免）", "rate_without_waivers")
  public static let waived = Message("豁免数", "waived")
  public static let waivedUnmet = Message("其中不豁免即未达标", "unmet_without_waiver")
  public static let basis = Message("豁免依据", "basis")
  public static let approvedBy = Message("批准机关", "approved_by")
  public static let approvedOn = Message("批准日期", "approved_on")
  public static let validFrom = Message("豁免起", "valid_from")
  public static let validTo = Message("豁免止", "valid_to")
  public static let daysLeft = Message("剩余天数", "days_left")
  public static let statusWithout = Message("不豁免的状态", "status_without_waiver")
  public static let reasonWithout = Message("不豁免的理由", "reason_without_waiver")

  // MARK: On sheets

  /// Where there are more groups than a workbook has sheets for.
  public static let others = Message("其余", "Others")
  public static let noUnit = Message("未列入单位", "Of no unit")
  public static let noHead = Message("未登记负责人", "No head on record")

  public static func sheetsEnd(_ sheets: Int) -> Message {
    Message(
      "督办事项最多的 \(sheets) 个各列一张工作表，其余合列在“其余”中。",
      "The \(sheets) with the most items have a sheet each; the others share one, 'Others'.")
  }

  /// How the rates are to be read.
  public static let reading = Message(
    "达标率（计豁免）不计已批准豁免的对象；达标率（不计豁免）把他们按没有豁免时的判定计入。没有分母时不计。",
    "With waivers, whoever is waived is left out of the rate; without, they count as they would be judged without the waiver. "
      + "No rate without a denominator.")

  // MARK: The notice

  public static let notice = Message("督 办 通 知 单", "Notice of work to be done")
  public static let list = Message("督办清单", "Work list")

  public static func number(_ asOf: Day) -> Message {
    Message("编号：督〔\(asOf.year)〕　　　号", "No. ______ / \(asOf.year)")
  }

  public static func asOf(_ day: Day) -> Message {
    let (year, month, date) = day.civil
    return Message("统计截至：\(year)年\(month)月\(date)日", "As of: \(year)-\(month)-\(date)")
  }

  public static func addressee(_ unit: String) -> Message {
    Message("\(unit)：", "To: \(unit)")
  }

  /// Behind whom it is addressed to.
  public static func headLine(_ name: String, post: String) -> Message {
    Message("负责人：\(name)（\(post)）", "Head: \(name) (\(post))")
  }

  public static func body(_ policy: Message, unmet: Int, atRisk: Int, due: Int, last: Day) -> Message {
    Message(
      "根据《\(policy.chinese)》，截至统计之日，你单位未达标 \(unmet) 项、临期预警 \(atRisk) 项，另有 \(due) 项将于 \(last) 前到期，列表如下。"
        + "请逐项核实：确已办理而未报送的，补报记录；尚未办理的，按期办结；逾期的，说明原因并限期整改。请填写回执报送。",
      "Under '\(policy.english)', as of the date above, \(unmet) duties of your unit are unmet, \(atRisk) at risk, and \(due) more "
        + "fall due by \(last); they are listed below. Please look into each: hand in what was done and not recorded, do what is not "
        + "done in time, and for what is overdue say why and by when it will be set right. Please return the receipt.")
  }

  public static let place = Message("序号", "No.")
  public static let who = Message("对象", "Who")
  public static let now = Message("现状", "How it stands")
  public static let todo = Message("还需做什么", "What is missing")
  public static let dueOn = Message("期限", "Due")

  public static func sinceThen(_ day: Day, days: Int) -> Message {
    Message("自 \(day) 起，已 \(days) 天", "since \(day), \(days) days")
  }

  /// Of a duty with more items than a notice lists.
  public static func more(_ count: Int) -> Message {
    Message(
      "另有 \(count) 项，见督办清单工作簿（worklist.xlsx）中的同名工作表",
      "and \(count) more: see the sheet of the same name in the workbook (worklist.xlsx)")
  }

  public static func counts(_ count: Int) -> Message {
    Message("\(count) 项", "\(count)")
  }

  /// Who issues it.
  public static func issuer(_ city: City) -> Message {
    Message("中共\(city.nameChinese)委员会组织部（盖章）", "Organisation Department, \(city.nameEnglish) (seal)")
  }

  public static let blankDate = Message("　　　　年　　月　　日", "Date: ______________")

  // MARK: The receipt

  public static let cut = Message("（沿此线裁下，填写后退回）", "(cut here, fill in and return)")
  public static let receipt = Message("回　执", "Receipt")
  public static let receivedBy = Message("收件单位", "Received by")
  public static let receivedOn = Message("收到日期", "Received on")
  public static let handled = Message("办理情况", "What was done")
  public static let handledHint = Message(
    "（逐项写明已办结、正在办理及完成时限、不能办理的原因）", "(item by item: done, under way and by when, or why it cannot be done)")
  public static let signature = Message("主要负责人签字（公章）", "Head's signature and seal")
  public static let contact = Message("联系人及电话", "Contact and telephone")

  // MARK: Errors

  public static func unknownUnit(_ written: String, city: City) -> Message {
    Message(
      "\(city.nameChinese)没有编号或名称为“\(written)”的单位；cadre report city 的 units.csv 列出全部单位",
      "\(city.nameEnglish) has no unit with the id or name '\(written)'; units.csv of cadre report city lists them")
  }

  public static func daysOutOfRange(most: Int) -> Message {
    Message("--days 应为 1 至 \(most)", "--days is from 1 to \(most)")
  }
}
