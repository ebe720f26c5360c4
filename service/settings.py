"""What the environment says: one frozen object, read once at each door."""

from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

HOME = Path(__file__).resolve().parents[1]
SCHEMES = ("postgresql", "postgres", "postgresql+asyncpg")
SENTENCES = {
    "DATABASE_URL": "DATABASE_URL must look like postgresql://user:password@host:5432/database.",
    "EARLY_HELP_DATA": "EARLY_HELP_DATA must be the path of a folder.",
    "EARLY_HELP_HOST": "EARLY_HELP_HOST must be an address to listen on, such as 127.0.0.1.",
    "EARLY_HELP_PORT": "EARLY_HELP_PORT must be a whole number from 1 to 65535.",
    "EARLY_HELP_MODE": "EARLY_HELP_MODE must be demo or production.",
}


class SettingsError(Exception):
    """A setting cannot be used; the text says in a sentence what it must look like, and never repeats its value."""


class Mode(StrEnum):
    """What the service is run for: production refuses what only a demonstration may do."""

    DEMO = "demo"
    PRODUCTION = "production"


class Settings(BaseSettings):
    """The settings, by the names of their environment variables; an empty variable counts as absent."""

    model_config = SettingsConfigDict(env_ignore_empty=True, frozen=True)

    database_url: str | None = Field(default=None, validation_alias="DATABASE_URL")
    data: Path = Field(default=HOME / ".data", validation_alias="EARLY_HELP_DATA")
    host: str = Field(default="127.0.0.1", validation_alias="EARLY_HELP_HOST")
    port: int = Field(default=8000, ge=1, le=65535, validation_alias="EARLY_HELP_PORT")
    mode: Mode = Field(default=Mode.DEMO, validation_alias="EARLY_HELP_MODE")

    @property
    def port_was_named(self) -> bool:
        """Tell whether the port is somebody's wish, which may not be exchanged for the next free one."""
        return "port" in self.model_fields_set

    @field_validator("database_url")
    @classmethod
    def spell_the_scheme(cls, url: str | None) -> str | None:
        """Write every spelling of a PostgreSQL address as asyncpg reads it."""
        if url is None:
            return None
        parts = urlsplit(url)
        if parts.scheme not in SCHEMES or "://" not in url:
            raise ValueError("no address of a PostgreSQL database")
        _ = parts.port  # raises ValueError where it is no number
        return "postgresql://" + url.split("://", 1)[1]


def read_settings() -> Settings:
    """Read the settings. Raise SettingsError with one sentence for the first that cannot be used."""
    try:
        return Settings()
    except ValidationError as problem:
        name = str(problem.errors(include_url=False, include_input=False)[0]["loc"][0])
        raise SettingsError(SENTENCES[name]) from None
