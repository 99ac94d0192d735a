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


def test_only_a_mention_itself_says_whom_it_means() -> None:
    fields = {"actor_id", "actor"}
    written = []
    for path in sorted((_ROOT / "transforms").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AugAssign) else []
            parts = [
                part
                for target in targets
                for part in ast.walk(target)
                if isinstance(part, ast.Attribute) and isinstance(part.ctx, ast.Store)
            ]
            written += [
                f"{path.relative_to(_ROOT)}:{node.lineno} {ast.unparse(part)}"
                for part in parts
                if part.attr in fields and ast.unparse(part.value) != "self"
            ]
    assert written == [], "use Mention.decide, mean, describe, follow or tell_sector, which keep the trace"
