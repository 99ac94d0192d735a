"""What the exit codes of the console script mean."""

#: Something was refused or set aside, and nothing else; the books say what.
EXIT_SET_ASIDE = 1
#: The call itself is wrong.
EXIT_WRONG_CALL = 2
#: Stopped before its end; a sentence says why.
EXIT_STOPPED = 3
#: Ended by a signal: 128 and its number, as shells have it.
EXIT_CTRL_C = 130
EXIT_READER_GONE = 141
