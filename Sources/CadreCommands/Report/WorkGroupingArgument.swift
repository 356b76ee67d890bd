public import ArgumentParser
public import Results

extension WorkGrouping: ExpressibleByArgument {}
