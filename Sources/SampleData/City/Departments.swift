/// Names of what stands under a committee: written after the name of its city or county.
enum Departments {
  /// Organs; those beginning with 委 follow `中共…`, and come first because every level has them.
  static let organs = [
    "组织部", "纪委监委机关", "宣传部", "统战部", "政法委员会", "政府办公室", "发展和改革局", "财政局", "教育局", "人力资源和社会保障局",
    "自然资源和规划局", "住房和城乡建设局", "交通运输局", "水利局", "农业农村局", "商务局", "卫生健康局", "审计局", "市场监督管理局",
    "应急管理局", "综合行政执法局", "公安局", "民政局", "司法局", "文化广电旅游局", "退役军人事务局", "统计局", "医疗保障局", "信访局",
    "机关事务中心", "税务局", "生态环境局", "林业局", "科学技术局", "经济和信息化局", "大数据发展管理局", "总工会", "妇女联合会",
    "工商业联合会", "科学技术协会", "残疾人联合会", "档案馆", "招商投资促进局", "乡村振兴局", "民族宗教事务局",
  ]
  static let institutions = [
    "融媒体中心", "中心医院", "第一中学", "疾病预防控制中心", "公共资源交易中心", "图书馆", "博物馆", "农业技术推广中心", "职业技术学校",
    "妇幼保健院", "实验小学", "文化馆", "不动产登记中心", "公路事业发展中心", "社会保险事业中心",
  ]
  static let enterprises = [
    "城市建设投资集团有限公司", "交通投资集团有限公司", "水务集团有限公司", "文化旅游投资集团有限公司", "国有资产运营有限公司",
    "公共交通有限公司", "粮食收储有限公司",
  ]

  /// The n-th name of a list; past its end `第2分局` and the like keep the names apart.
  static func name(_ list: [String], _ index: Int, branch: String) -> String {
    let base = list[index % list.count]
    let round = index / list.count
    return round == 0 ? base : base + "第\(round)" + branch
  }
}
