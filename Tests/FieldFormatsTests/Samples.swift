import FieldFormats
import Foundation

/// Files as the public systems write them, by hand.
enum Samples {
  static let form = """
    <?xml version="1.0" encoding="utf-8" standalone="yes"?>
    <Person>
      <XingMing>李四</XingMing>
      <XingBie>女</XingBie>
      <ChuShengNianYue>198503</ChuShengNianYue>
      <MinZu>汉族</MinZu>
      <RuDangShiJian>200706</RuDangShiJian>
      <CanJiaGongZuoShiJian>200808</CanJiaGongZuoShiJian>
      <XianRenZhiWu>市财政局局长</XianRenZhiWu>
      <JianLi>2004.09--2008.07  浙江大学学生
    2008.08--2021.01  市委科员
    2021.01--         市财政局局长</JianLi>
      <NianDuKaoHeJieGuo><![CDATA[2023年称职；2024年优秀]]></NianDuKaoHeJieGuo>
      <JiaTingChengYuan><Item><ChengWei>丈夫</ChengWei><XingMing>王五</XingMing></Item></JiaTingChengYuan>
      <TianBiaoShiJian>20250101</TianBiaoShiJian>
      <ShenFenZheng>11010519850302002X</ShenFenZheng>
      <ZhaoPian>/9j/4AAQSkZJRg==</ZhaoPian>
      <Version>3.2.1.6</Version>
    </Person>
    """

  static let oldForm =
    "\"张三\",\"男\",\"198001\",\"汉族\",\"浙江衢州\",\"200107\",\"健康\",\"浙江衢州\",\"200208\",\"大学#学士@研究生#硕士\",\"浙江大学#@#\",\"\",\"\",\"\",\"\",\"\",\"\","
    + "\"1998.09--2002.07  浙江大学学生\r\n2002.08--          市委书记\",\"无\",\"2024年称职\",\"妻子@\",\"赵六@\",\"198001@\",\"群众@\",\"某校教师@\","
    + "\"市委书记\",\"\",\"\",\"\",\"\",\"\",\"\",\"20250101\"\r\n"

  static let persons = """
    <?xml version="1.0" encoding="UTF-8"?>
    <xml><data>
    <row A0000="{6D0C-11}" A0101="李四" A0104="2" A0107="19850304" A0117="01" A0134="200808" A0141="01" A0144="20070601" A0184="11010519850304002X" A0192A="市财政局局长"/>
    <row a0000="77" a0101="王 五" a0104="1" a0107="199001" a0141="" a0184=""/>
    </data></xml>
    """

  static func folder() throws -> String {
    let path = NSTemporaryDirectory() + "field-formats-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path + "/Table", withIntermediateDirectories: true)
    return path
  }

  static func write(_ bytes: some Sequence<UInt8>, to path: String) throws -> FieldSource {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return FieldSource(path: path, FieldSource.kind(ofFile: path) ?? .exchange)
  }

  static func gb18030(_ text: String) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/iconv")
    process.arguments = ["-f", "UTF-8", "-t", "GB18030"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    input.fileHandleForWriting.write(Data(text.utf8))
    try input.fileHandleForWriting.close()
    return Array(output.fileHandleForReading.readDataToEndOfFile())
  }
}
