public import Access
public import ArgumentParser

extension Duty: ExpressibleByArgument {}
