public import ArgumentParser
public import Audit

extension AuditKind: ExpressibleByArgument {}
