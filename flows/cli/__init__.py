"""The command line: one module a verb under `verbs`, and what the verbs share."""
