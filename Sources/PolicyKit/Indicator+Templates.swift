public import DataContract

extension Indicator {
  /// Full names of the parameters that the rule uses, in order of use.
  public var parameterNames: [String] {
    var names: [String] = []
    for short in rule.parameters + placeholders {
      guard BuiltIn(rawValue: short) == nil, TableName(rawValue: short) == nil else { continue }
      let full = Scope.parameterName(short, of: name)
      if !names.contains(full) { names.append(full) }
    }
    return names
  }

  /// The tables that the rule reads beside persons, units and posts. If the city never handed them in, there is nothing to
  /// judge.
  public var tables: [TableName] {
    placeholders.compactMap(TableName.init(rawValue:))
  }

  /// The names that a rule's templates have in braces, each once, in order.
  static func placeholders(of rule: any Archetype) -> [String] {
    var names: [String] = []
    for name in rule.templates.flatMap(Template.placeholders) where !names.contains(name) {
      names.append(name)
    }
    return names
  }
}
