"""The benchmark's driver: the standard library of Python alone."""
