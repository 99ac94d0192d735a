"""Prefect flows, settings and the command line. Nothing here is imported by the other three packages.

Prefect sends usage statistics unless told not to before it is imported: a run of ours sends nothing to anyone.
"""

import os

os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] = "false"
os.environ["DO_NOT_TRACK"] = "1"
# its temporary server takes 10 s to start on a laptop and longer on a busy one; Prefect itself gives up after 20
os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "180")
# what `flows.logs` tells is kept with the flow run
os.environ.setdefault("PREFECT_LOGGING_EXTRA_LOGGERS", "personae")
