"""Chaos: a small world of files and runs, hurt in every way that machines hurt programs, and looked at afterwards.

`world` is what happens undisturbed and how a folder is held to it; `kills`, `sigkills`, `full_disks` and `flips` hurt it; `make chaos` does
each of them many times and prints a table (`__main__`), `test_chaos` a few of them in the test run.
"""
