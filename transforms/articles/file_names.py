"""File names that any terminal, database and JSON parser can take."""


def printable(path: str) -> str:
    """The path with control characters and bytes that are no UTF-8 escaped: a name may hold line ends or colour codes."""
    if path.isprintable():
        return path
    return "".join(sign if sign.isprintable() else _escaped(sign) for sign in path)


def _escaped(sign: str) -> str:
    """`\\xff` for a byte that Python carries as a lone surrogate (PEP 383), else the usual escape."""
    code = ord(sign)
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else sign.encode("unicode_escape").decode("ascii")
