"""Folders that are never seen half made, and room that is asked for."""

from pathlib import Path
from threading import Event, Thread

import pytest

from warehouse import folders
from warehouse.folders import NoRoomError, put_in_place, remove_any, require_room


def make(folder: Path, content: str) -> Path:
    folder.mkdir()
    (folder / "page").write_text(content, encoding="utf-8")
    return folder


@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_new_folder_takes_the_place_of_the_old_one_which_gets_its_name(
    tmp_path: Path, can_exchange: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not can_exchange:
        monkeypatch.setattr(folders, "_exchange", lambda *_: False)
    new, place = make(tmp_path / ".new", "new"), make(tmp_path / "place", "old")
    put_in_place(new, place)
    assert ((place / "page").read_text(), (new / "page").read_text()) == ("new", "old")
    remove_any(new)
    assert [path.name for path in tmp_path.iterdir()] == ["place"]


def test_there_is_always_one_or_the_other(tmp_path: Path) -> None:
    new, place, is_over, missed = make(tmp_path / ".new", "new"), make(tmp_path / "place", "old"), Event(), []

    def look() -> None:
        while not is_over.is_set():
            try:
                (place / "page").read_text()
            except OSError as problem:
                missed.append(problem)

    reader = Thread(target=look)
    reader.start()
    for _ in range(200):
        put_in_place(new, place)
    is_over.set()
    reader.join()
    assert missed == []


def test_room_that_is_missing_is_told_with_how_much_there_is(tmp_path: Path) -> None:
    require_room(tmp_path / "not" / "there yet", 1, "for one byte")
    with pytest.raises(
        NoRoomError, match=r"expected 1,000,000,000,000\.0 MB of free space to live, found [\d,.]+ MB; see what takes it: du"
    ):
        require_room(tmp_path, 10**18, "to live")
