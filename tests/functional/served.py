"""The service over HTTP on a copy of a database, which can be exchanged for a copy of another while nothing rests on it."""

from starlette.testclient import TestClient

from service.access.sign_in import Tokens
from service.app import application
from tests.conftest import copied, drop, other_database
from tests.functional.api import Api
from tests.functional.stages import Stages

TOKENS = Tokens("a secret for tests only, long enough for its algorithm")


class Served(Api):
    """Speaks HTTP, and counts what is asked."""

    def __init__(self, server: str, template: str, stages: Stages | None = None) -> None:
        self.server, self.stages, self.tokens, self.used = server, stages, TOKENS, 0
        self.enter(template)

    def enter(self, template: str) -> None:
        """Serve a copy of a database."""
        self.name = copied(self.server, template)
        self.opened = TestClient(application(other_database(self.server, self.name), self.tokens))
        self.opened.__enter__()

    def leave(self) -> str:
        """Serve it no longer; return its name."""
        self.opened.__exit__()
        return self.name

    def move_to(self, template: str) -> None:
        """Serve a copy of another database instead; of this one nothing is kept."""
        drop(self.server, self.leave())
        self.enter(template)

    @property
    def client(self) -> TestClient:  # type: ignore[override]
        """Return the client itself."""
        self.used += 1
        return self.opened

    @property
    def url(self) -> str:  # type: ignore[override]
        """Return the URL of the database."""
        self.used += 1
        return other_database(self.server, self.name)
