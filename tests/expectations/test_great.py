"""When the library of checks is loaded."""

import subprocess
import sys
from unittest.mock import patch

from expectations.great import run_suite
from expectations.suites import table_suite
from warehouse.tables import AUTHORS


def test_the_library_is_never_loaded_for_no_rows() -> None:
    with patch("expectations.great._great_expectations") as load:
        assert all(result.is_passed for result in run_suite(table_suite(AUTHORS), AUTHORS.empty()))
        assert not load.called


def test_it_is_not_loaded_by_the_gate_alone() -> None:
    code = "import sys, expectations.gate, flows.batch_work; sys.exit('great_expectations' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
