"""Prefect flows, settings and the command line. Nothing here is imported by the other three packages."""
