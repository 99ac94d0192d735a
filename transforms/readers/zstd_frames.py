"""Zstandard: the standard library's module, or its backport, and how much memory a frame may ask for."""

import sys

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

__all__ = ["OPTIONS", "zstd"]

#: A frame may ask for a window of up to 2 GiB; the reference decoder allows 128 MiB (2²⁷) by default.
OPTIONS = {int(zstd.DecompressionParameter.window_log_max): 27}
