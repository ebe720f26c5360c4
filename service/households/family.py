"""The family of a case: its children and those of its household, as they are now. Pure."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

import orjson


@dataclass(frozen=True, slots=True)
class Relative:
    """Somebody of the family; `on_case`: a child whose help goes on; `role`: what they are in the household, None when they left it;
    `related`: recorded as a relative of a child of the case, wherever they live.
    """

    id: UUID
    name: str
    kind: str
    sex: str
    born: dt.date | None = None
    expected: dt.date | None = None
    on_case: bool = False
    role: str | None = None
    related: bool = False

    @property
    def belongs(self) -> bool:
        """Tell whether they belong to the case or its household now, or are a relative of its children."""
        return self.on_case or self.role is not None or self.related


def read_family(found: str) -> dict[UUID, Relative]:
    """Read what the statement gathered, by the person's key."""
    return {UUID(row["id"]): relative(row) for row in orjson.loads(found)}


def relative(row: dict[str, object]) -> Relative:
    """Read somebody of the family."""
    dates = {name: value and dt.date.fromisoformat(str(value)) for name, value in row.items() if name in ("born", "expected")}
    return Relative(**{**row, **dates, "id": UUID(str(row["id"]))})  # type: ignore[arg-type]
