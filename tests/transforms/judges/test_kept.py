"""What is kept for each key is made once, and never more than a given number at a time."""

from transforms.judges.kept import Kept


def test_a_value_is_made_once() -> None:
    asked: list[str] = []

    def spell(word: str) -> str:
        asked.append(word)
        return word.upper()

    kept = Kept(spell, 3)
    assert [kept[word] for word in ("a", "b", "a", "b")] == ["A", "B", "A", "B"]
    assert asked == ["a", "b"]


def test_no_more_is_kept_than_may_be() -> None:
    kept = Kept(str, 3)
    assert [kept[number] for number in range(10)] == [str(number) for number in range(10)]
    assert len(kept) <= 3
