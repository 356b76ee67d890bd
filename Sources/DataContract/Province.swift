public import CadreModel

/// Names of the provincial level by the first two digits of a region code (GB/T 2260).
public enum Province {
  /// The name, or the code itself where there is none of that code.
  public static func name(of code: String, in language: Language) -> String {
    names[code]?.text(in: language) ?? code
  }

  private static let names: [String: Label] = [
    "11": Label("北京市", "Beijing"), "12": Label("天津市", "Tianjin"), "13": Label("河北省", "Hebei"),
    "14": Label("山西省", "Shanxi"), "15": Label("内蒙古自治区", "Inner Mongolia"), "21": Label("辽宁省", "Liaoning"),
    "22": Label("吉林省", "Jilin"), "23": Label("黑龙江省", "Heilongjiang"), "31": Label("上海市", "Shanghai"),
    "32": Label("江苏省", "Jiangsu"), "33": Label("浙江省", "Zhejiang"), "34": Label("安徽省", "Anhui"),
    "35": Label("福建省", "Fujian"), "36": Label("江西省", "Jiangxi"), "37": Label("山东省", "Shandong"),
    "41": Label("河南省", "Henan"), "42": Label("湖北省", "Hubei"), "43": Label("湖南省", "Hunan"),
    "44": Label("广东省", "Guangdong"), "45": Label("广西壮族自治区", "Guangxi"), "46": Label("海南省", "Hainan"),
    "50": Label("重庆市", "Chongqing"), "51": Label("四川省", "Sichuan"), "52": Label("贵州省", "Guizhou"),
    "53": Label("云南省", "Yunnan"), "54": Label("西藏自治区", "Tibet"), "61": Label("陕西省", "Shaanxi"),
    "62": Label("甘肃省", "Gansu"), "63": Label("青海省", "Qinghai"), "64": Label("宁夏回族自治区", "Ningxia"),
    "65": Label("新疆维吾尔自治区", "Xinjiang"), "71": Label("台湾省", "Taiwan"), "81": Label("香港特别行政区", "Hong Kong"),
    "82": Label("澳门特别行政区", "Macao"),
  ]
}
