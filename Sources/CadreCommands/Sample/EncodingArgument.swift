public import ArgumentParser
public import SampleData

/// `--encoding utf8|gb18030`.
extension Dialect.Encoding: ExpressibleByArgument {}
