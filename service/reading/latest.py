"""A bounded memory of what was made last."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Latest(Generic[K, V]):
    """The values used last, up to a number, and up to a weight in bytes where each is weighed."""

    def __init__(self, most: int, *, heaviest: int = 0, weigh: Callable[[K, V], int] | None = None) -> None:
        self.most, self.heaviest, self.weigh = most, heaviest, weigh or weightless
        self.values: OrderedDict[K, V] = OrderedDict()
        self.weight = 0

    def get(self, key: K, make: Callable[[], V]) -> V:
        """Return the value of a key, made where there is none; forget what was used longest ago, or the value itself if it is too heavy."""
        if key in self.values:
            self.values.move_to_end(key)
            return self.values[key]
        value = self.values[key] = make()
        self.weight += self.weigh(key, value)
        while len(self.values) > self.most or self.weight > self.heaviest:
            oldest = self.values.popitem(last=False)
            self.weight -= self.weigh(*oldest)
        return value


def weightless(key: Hashable, value: object) -> int:
    """Weigh nothing: only the number of the values counts."""
    return 0
