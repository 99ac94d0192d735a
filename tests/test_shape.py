"""What no lint rule holds: the length of functions."""

import ast
from pathlib import Path

_ROOT = Path(__file__).parents[1]
_LONGEST = 55


def test_no_function_is_longer_than_a_screen() -> None:
    paths = [
        path
        for package in ("flows", "transforms", "expectations", "warehouse", "tests")
        for path in sorted((_ROOT / package).rglob("*.py"))
    ]
    functions = [
        (path, node)
        for path in paths
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert len(functions) > 1000
    assert [f"{path}:{node.lineno} {node.name}" for path, node in functions if (node.end_lineno or 0) - node.lineno >= _LONGEST] == []
