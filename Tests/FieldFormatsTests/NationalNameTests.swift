import DataContract
import Testing

@Suite struct NationalNameTests {
  @Test(arguments: Table.all) func everyHeadingMeansOneColumn(table: Table) {
    let names = table.columns.flatMap { [$0.name, $0.label] + $0.nationalNames }
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: Table.all) func everyNameMeansOneCode(table: Table) {
    for column in table.columns {
      guard case .code(let codes) = column.type else { continue }
      let names = (codes + column.unheldCodes).flatMap(\.names)
      #expect(Set(names).count == names.count, "\(column.name)")
    }
  }
}
