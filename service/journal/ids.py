"""Ids that grow with time, so that an index fills at its end. PostgreSQL makes them itself only from version 18."""

import datetime as dt
from uuid import UUID

MOST = 0xFFF


def uuid7(now: dt.datetime, entropy: bytes, nth: int = 0) -> UUID:
    """Make a version 7 UUID (RFC 9562) of an instant and ten random bytes; the nth of one change, so that they keep their order."""
    milliseconds = int(now.timestamp() * 1000)
    value = milliseconds << 80 | int.from_bytes(entropy[:10])
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(MOST << 64) | min(nth, MOST) << 64
    return UUID(int=value & ~(0b11 << 62) | 0b10 << 62)
