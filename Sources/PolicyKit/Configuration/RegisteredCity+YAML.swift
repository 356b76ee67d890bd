import CadreModel
import Yams

extension RegisteredCity {
  /// Reads a city's file.
  ///
  /// - Parameters:
  ///   - code: the city that the file is named after.
  ///   - text: its content.
  /// - Throws: `ConfigurationError` with file and line for anything missing, unknown or of the wrong form.
  init(code: String, text: String) throws(ConfigurationError) {
    let file = CityRegister.file(of: code)
    let reader = YAMLReader(file: file)
    let map = try reader.mapping(
      try reader.root(of: text),
      allowed: [
        "city", "name_zh", "name_en", "province", "region_prefix", "policies", "sample",
      ])
    city = try reader.city(map, named: code)
    policies = try reader.adoptedPolicies(try map.node("policies"))
    self.file = file
    guard let node = map.found["sample"] else {
      (sample, named) = (nil, [])
      return
    }
    (sample, named) = try reader.sampleProfile(node, of: city)
  }
}

extension YAMLReader {
  fileprivate func city(_ map: Entries, named code: String) throws(ConfigurationError) -> City {
    let written = try map.text("city")
    guard written == code else {
      throw error(
        try map.node("city"), "这是城市“\(written)”的文件，不是“\(code)”的：文件名应与城市代码一致",
        "this is the file of '\(written)', not of '\(code)': a file is named after its city")
    }
    guard CityRegister.isCode(code) else {
      throw error(
        try map.node("city"), "“\(code)”不能作城市代码：须以小写字母开头，只含 a-z、0-9、_，不超过 31 个字符",
        "'\(code)' cannot be a city's code: a small letter, then a-z, 0-9 and _, at most 31 characters")
    }
    let province = try map.text("province")
    guard province.utf8.count == 2, province.utf8.allSatisfy(isDigit) else {
      throw error(
        try map.node("province"), "“province”应是两位省代码，如 \"33\"", "'province' must be the two digits of a province, such as \"33\"")
    }
    let prefix = try map.text("region_prefix")
    guard [2, 4, 6].contains(prefix.utf8.count), prefix.utf8.allSatisfy(isDigit), prefix.hasPrefix(province) else {
      throw error(
        try map.node("region_prefix"), "“region_prefix”应是行政区划代码的前 2、4 或 6 位，以省代码 \(province) 开头",
        "'region_prefix' must be the first 2, 4 or 6 digits of its region codes, and begin with those of province \(province)")
    }
    return City(
      code: code, nameChinese: try map.text("name_zh"), nameEnglish: try map.text("name_en"), provinceCode: province,
      regionPrefix: prefix)
  }

  fileprivate func adoptedPolicies(
    _ node: Node
  ) throws(ConfigurationError) -> [RegisteredCity.AdoptedPolicy] {
    var policies: [RegisteredCity.AdoptedPolicy] = []
    for item in try sequence(node) {
      let map = try mapping(item, allowed: ["policy", "from"])
      policies.append(
        RegisteredCity.AdoptedPolicy(
          policy: try map.text("policy"), from: try map.optionalDay("from"), line: item.mark?.line))
    }
    guard !policies.isEmpty else {
      throw error(node, "城市没有适用的政策", "the city has no policy")
    }
    return policies
  }

  private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
