"""What a run reports while it works: one line per event, with the ids of run and batch. Prefect keeps the lines with its flow run; with
PERSONAE_LOG=json they are also written to standard error as JSON, for log collectors."""

import logging
import os

LOGGER = logging.getLogger("personae")


def tell(event: str, **facts: object) -> None:
    """Log an event with its facts, e.g. tell("batch loaded", run_id=…, batch_id=…, articles=12)."""
    LOGGER.info(f"{event}: {', '.join(f'{name} {value}' for name, value in facts.items())}", extra={"event": event, **facts})


def set_up_logs() -> None:
    """Give the log the form that PERSONAE_LOG asks for; raises ValueError when that is none we know."""
    form = os.environ.get("PERSONAE_LOG", "none")
    if form == "none":
        return
    if form != "json":
        raise ValueError(f"PERSONAE_LOG: expected none or json, found {form!r}")
    from pythonjsonlogger.json import JsonFormatter

    handler = logging.StreamHandler()
    handler.setFormatter(JsonFormatter("%(asctime)s %(levelname)s %(message)s", rename_fields={"asctime": "time", "levelname": "level"}))
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
