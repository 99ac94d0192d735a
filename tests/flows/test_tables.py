"""Tables on a terminal and rows in a pipe: columns that matter, wrapped by width; nothing that a terminal would obey."""

from io import StringIO

import pytest

from flows.cli.answers import Answer, print_table, write_answer


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


COLUMNS = ["published_date", "speaker_id", "speaker_name", "content", "article_id", "text_hash"]
ROW = ("2024-05-01", "PER.a-b", "Ada Byron", "we shall see what the engine does " * 3, "0123456789abcdef0123", "fedcba9876543210")


@pytest.fixture
def width(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> int:
    monkeypatch.setenv("COLUMNS", str(request.param))
    return int(request.param)


@pytest.mark.parametrize("width", [40, 70, 100], indirect=True)
def test_an_answer_fits_the_terminal_and_leaves_out_what_repeats(width: int) -> None:
    stream = Terminal()
    write_answer(Answer(COLUMNS, iter([ROW])), "table", stream)
    printed, note = stream.getvalue().rsplit("not shown", 1)
    assert max(map(len, printed.splitlines())) <= width
    assert note.startswith(": speaker_id, text_hash; for every column: --format csv")
    assert "PER.a-b" not in printed
    assert "0123456789ab" in printed
    assert "0123456789abc" not in printed
    assert printed.count("engine") == 3


def test_numbers_have_two_digits_and_an_empty_table_says_so() -> None:
    stream = StringIO()
    print_table(["tone", "n"], iter([(-0.12345, 7)]), stream)
    print_table(["tone", "n"], iter([]), stream)
    assert "-0.12 │ 7" in stream.getvalue()
    assert "(no rows)" in stream.getvalue()


def test_codes_are_words_for_people_and_codes_for_programs() -> None:
    answer = [("igo", "ACCUSE", True), ("own_kind", "OTHER", False)]
    people, programs = StringIO(), StringIO()
    print_table(["kind", "event", "is_negated"], iter(answer), people)
    assert [[cell.strip() for cell in line.split("│")] for line in people.getvalue().splitlines()[2:]] == [
        ["intergovernmental organisation", "accuses", "yes"],
        ["own_kind", "OTHER", "no"],
    ]
    write_answer(Answer(["kind", "event", "is_negated"], iter(answer)), "csv", programs)
    assert "igo,ACCUSE,True" in programs.getvalue()


def test_rows_in_a_pipe_are_parted_by_tabs_one_a_line() -> None:
    stream = StringIO()
    write_answer(Answer(["a", "b", "c"], iter([("one\ttwo\nthree", None, 0.5), ("=1+1", "\x1b[2J", True)])), "tsv", stream)
    assert stream.getvalue() == "a\tb\tc\none two three\t\t0.5\n'=1+1\t\\x1b[2J\tTrue\n"
