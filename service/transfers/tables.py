"""The tables of transfers to another council."""

import datetime as dt
from enum import StrEnum, auto
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from service.journal.tables import Base, filled, key_to, moment, one_of, sane, sane_dates, table_of, words


class TransferBasis(StrEnum):
    """On what ground a record is passed on to another council, or is not."""

    AGREED = auto()
    REFUSED = auto()
    SAFEGUARDING = auto()


class CouncilAnswer(StrEnum):
    """What the other council answered."""

    ACCEPTED = auto()
    ACKNOWLEDGED = auto()
    DECLINED = auto()


class TransferConsentRow(Base, table=True):
    """Whether the record may be passed on. A later answer stands beside it, and the last one counts."""

    __tablename__ = "transfer_consent"
    __table_args__ = (
        one_of("basis", TransferBasis),
        *filled("how", most=20_000),
        *sane_dates("answered_on"),
        *sane("recorded_at"),
        CheckConstraint("(basis = 'safeguarding') = (given_by IS NULL)", name="who_answered"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("ix_transfer_consent_case_id", "case_id", "recorded_at", "id"),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    basis: str = words()
    given_by: UUID | None = key_to("person", default=None)
    how: str = words()
    answered_on: dt.date
    recorded_by: UUID = key_to("practitioner")
    recorded_at: dt.datetime = moment()
    revision: int


class OfferRow(Base, table=True):
    """An offer of a case to another council. `wait_until`: when an offer without an answer, chased twice, counts as answered."""

    __tablename__ = "transfer_offer"
    __table_args__ = (
        CheckConstraint("council ~ '^[0-9]{3}$'", name="council_of_three_digits"),
        one_of("answer", CouncilAnswer),
        *filled("answered_by"),
        *filled("note", "answer_note", most=20_000),
        *sane_dates("answered_on"),
        *sane("offered_at", "wait_until"),
        CheckConstraint("(answer IS NULL) = (answered_on IS NULL) AND (answer IS NULL) = (answered_by IS NULL)", name="answered_wholly"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("ix_transfer_offer_case_id", "case_id", "offered_at", "id"),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    council: str = words()
    note: str | None = words(default=None)
    offered_by: UUID = key_to("practitioner")
    offered_at: dt.datetime = moment()
    wait_until: dt.datetime = moment()
    answer: str | None = words(default=None)
    answered_on: dt.date | None = Field(default=None)
    answered_by: str | None = words(default=None)
    answer_note: str | None = words(default=None)
    revision: int


class TransferChaserRow(Base, table=True):
    """A reminder to the other council that an offer waits for its answer."""

    __tablename__ = "transfer_chaser"
    __table_args__ = (
        *filled("to_whom"),
        *filled("note", "entered_wrongly", most=20_000),
        *sane("sent_at"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("ix_transfer_chaser_offer_id", "offer_id", "sent_at", "id"),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    offer_id: UUID = key_to("transfer_offer")
    to_whom: str = words()
    note: str | None = words(default=None)
    sent_by: UUID = key_to("practitioner")
    sent_at: dt.datetime = moment()
    entered_wrongly: str | None = words(default=None)
    revision: int


CONSENT, OFFER, CHASER = table_of(TransferConsentRow), table_of(OfferRow), table_of(TransferChaserRow)
