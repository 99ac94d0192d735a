"""Benchmarks of the stages, of stories and of the site; `make bench` runs the first."""
