public import ArgumentParser
public import CadreModel

extension Status: ExpressibleByArgument {}
