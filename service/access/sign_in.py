"""Who somebody is, as a signed token says: its roles choose a statement's shape, and the statement judges whether they still hold."""

import datetime as dt
import re
import secrets
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import UUID

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey

from service.access.actor import Actor, Role
from service.data_folder import keep_first, text_of
from service.settings import SettingsError

TYPE, ALGORITHM = "early-help+jwt", "HS256"
SECRET = re.compile(r"[-\w]{40,}", re.ASCII)
LASTS = dt.timedelta(hours=12)
CASEWORK = "CASEWORK"
"""The purpose that reading and writing is traced with, unless the token says another."""


class NotSignedIn(Exception):
    """A token is missing, was not made by this service, or has ended."""


@dataclass(frozen=True)
class Tokens:
    """Makes tokens, and tells who a token is about."""

    secret: str
    known: Any = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", lru_cache(maxsize=2000)(self.verified))

    @property
    def key(self) -> OctKey:
        """Return the key of the signature."""
        return OctKey.import_key(self.secret)

    def made(self, actor: Actor, *, now: dt.datetime, lasts: dt.timedelta = LASTS) -> str:
        """Make a token for somebody."""
        claims: dict[str, Any] = {"sub": str(actor.id), "name": actor.name, "roles": sorted(actor.roles), "purpose": actor.purpose}
        claims |= {"iat": int(now.timestamp()), "exp": int((now + lasts).timestamp())}
        return jwt.encode({"alg": ALGORITHM, "typ": TYPE}, claims, self.key)

    def actor(self, token: str, *, now: dt.datetime) -> Actor:
        """Return whom a token is about. Raise NotSignedIn."""
        actor, until = self.known(token)
        if now.timestamp() >= until:
            raise NotSignedIn("Your sign-in has ended. Sign in again.")
        return actor  # type: ignore[no-any-return]

    def verified(self, token: str) -> tuple[Actor, int]:
        """Check a token's signature and kind. Raise NotSignedIn."""
        try:
            found = jwt.decode(token, self.key, algorithms=[ALGORITHM])
            claims = found.claims
            if found.header.get("typ") != TYPE:
                raise NotSignedIn("This is not a token for signing in.")
            actor = Actor(UUID(claims["sub"]), frozenset(map(Role, claims["roles"])), str(claims["purpose"]), str(claims["name"]))
            return actor, int(claims["exp"])
        except (JoseError, KeyError, ValueError, TypeError) as error:
            raise NotSignedIn("This token was not made by this service.") from error


def secret_of(folder: Path) -> str:
    """Return the secret that tokens are signed with; make it where there is none yet. Raise SettingsError."""
    path = folder / "sign-in.secret"
    found = text_of(path)
    if found is None:
        keep_first(path, secrets.token_urlsafe(48))
        found = text_of(path)
    if not found or not SECRET.fullmatch(found.strip()):
        raise SettingsError(f"{path} is damaged: put a copy of it back, or remove it, and everybody signs in again.")
    return found.strip()
