"""What no lint rule holds: the length of functions."""

import ast
import re
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

_ROOT = Path(__file__).parents[1]
_ROOMS = ("flows", "transforms", "expectations", "warehouse")
#: What is named only to keep what others bring along within bounds, or because they ask for it at run time without bringing it.
_BOUNDS_OF_OTHERS = {"fastapi", "sqlalchemy", "pytz"}
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


def test_every_library_that_is_required_is_used() -> None:
    """One that nobody imports any more still has to be fetched, and some have to be compiled."""
    required = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = {canonical(re.split(r"[<>=;\[ ]", line, maxsplit=1)[0]) for line in required} - _BOUNDS_OF_OTHERS
    modules: dict[str, set[str]] = {name: set() for name in names}
    for module, makers in packages_distributions().items():
        for maker in {canonical(maker) for maker in makers} & names:
            modules[maker].add(module)
    code = "\n".join(path.read_text(encoding="utf-8") for room in _ROOMS for path in sorted((_ROOT / room).rglob("*.py")))
    unused = {
        name
        for name, found in modules.items()
        if not any(re.search(rf"\b(?:import|from) {module}\b|\"{module}\"", code) for module in found)
    }
    assert unused == set()


def canonical(name: str) -> str:
    """The name of a distribution in one spelling."""
    return re.sub(r"[-_.]+", "-", name).lower()
