"""The table of requests for help."""

import datetime as dt
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from service.journal.tables import Base, filled, key_to, moment, one_of, sane, table_of, words


class RequestSource(StrEnum):
    """Where a request came from: the referral sources of the children in need census, by their national codes."""

    RELATIVE_OR_CARER = "1A"
    ACQUAINTANCE = "1B"
    SELF = "1C"
    OTHER_INDIVIDUAL = "1D"
    SCHOOL = "2A"
    EDUCATION_SERVICE = "2B"
    GENERAL_PRACTITIONER = "3A"
    HEALTH_VISITOR = "3B"
    SCHOOL_NURSE = "3C"
    OTHER_PRIMARY_HEALTH = "3D"
    ACCIDENT_AND_EMERGENCY = "3E"
    OTHER_HEALTH = "3F"
    HOUSING = "4"
    SOCIAL_CARE = "5A"
    OTHER_COUNCIL_SERVICE = "5B"
    OTHER_COUNCIL = "5C"
    POLICE = "6"
    OTHER_LEGAL_AGENCY = "7"
    OTHER = "8"
    ANONYMOUS = "9"
    UNKNOWN = "10"


class RequestRow(Base, table=True):
    """What somebody asked for, in whose name, for which family. It opened the case whose stream it is part of."""

    __tablename__ = "request_for_help"
    __table_args__ = (
        one_of("source", RequestSource),
        *filled("referrer_name", "referrer_role", "referrer_contact"),
        *filled("worries", "hopes", most=20_000),
        *sane("received_at"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        # An anonymous referrer has no name, and everybody else has one.
        CheckConstraint("(source = '9') OR referrer_name IS NOT NULL", name="referrer_named"),
        Index("uq_request_for_help_case_id", "case_id", unique=True),
        Index("ix_request_for_help_requested_by", "requested_by"),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    source: str = words()
    referrer_name: str | None = words(default=None)
    referrer_role: str | None = words(default=None)
    referrer_contact: str | None = words(default=None)
    worries: str = words()
    hopes: str | None = words(default=None)
    family_knows: bool
    received_at: dt.datetime = moment()
    requested_by: UUID = key_to("practitioner")
    rewritten_by: UUID | None = key_to("practitioner", default=None)
    """Who amended it last beside who made it: from then on it says more than they told, and only the case's people see it."""
    revision: int


REQUEST = table_of(RequestRow)
