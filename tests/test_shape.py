"""What no lint rule holds: the length of functions."""

import ast
from pathlib import Path

_ROOT = Path(__file__).parents[1]
_LONGEST = 55


def test_no_function_is_longer_than_a_screen() -> None:
    long = []
    for package in ("flows", "transforms", "expectations", "warehouse", "tests"):
        for path in sorted((_ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (node.end_lineno or 0) - node.lineno >= _LONGEST:
                    long.append(f"{path.relative_to(_ROOT)}:{node.lineno} {node.name}")
    assert long == []
