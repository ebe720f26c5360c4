"""Logs for operators: one JSON object a line on standard error, which says what broke and where, and never holds a value of a record."""

import secrets
import sys
import traceback

import structlog

DEEPEST = 12
LONGEST_CHAIN = 5


def configure() -> None:
    """Write logs as JSON lines on standard error."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=True,
    )


def numbered() -> str:
    """Make the number by which what somebody was told is found in the log."""
    return secrets.token_hex(8)


def trail(error: BaseException) -> list[str]:
    """Tell what was raised and where, the causes behind it first. An error's own text is left out: PostgreSQL puts rows into it."""
    chain: list[BaseException] = [error]
    while (behind := chain[-1].__cause__ or chain[-1].__context__) and len(chain) < LONGEST_CHAIN:
        chain.append(behind)
    return [line for each in reversed(chain) for line in (name_of(each), *places_of(each))]


def name_of(error: BaseException) -> str:
    """Name an error, and the constraint that refused where there is one."""
    constraint = getattr(error, "constraint_name", None)
    return f"{type(error).__module__}.{type(error).__qualname__}" + (f" ({constraint})" if constraint else "")


def places_of(error: BaseException) -> list[str]:
    """Name the last places that an error passed."""
    frames = traceback.extract_tb(error.__traceback__)[-DEEPEST:]
    return [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
