"""What is made once for each key and kept, so long as it is not too much."""

from collections.abc import Callable, Hashable


class Kept[Key: Hashable, Value](dict[Key, Value]):
    """Values by key, each made when it is asked for first. Begins anew when there are `most`: a look-up then costs what it costs in a
    dict, which it would not if the oldest had to be found."""

    def __init__(self, make: Callable[[Key], Value], most: int) -> None:
        super().__init__()
        self._make = make
        self._most = most

    def __missing__(self, key: Key) -> Value:
        if len(self) >= self._most:
            self.clear()
        value = self[key] = self._make(key)
        return value
