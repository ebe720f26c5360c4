"""Serve the application: the door is taken before anything is started, so that a taken port is told at once."""

import gc
import socket
from collections.abc import Callable

import uvicorn
from starlette.applications import Starlette

from service.embedded_postgres import DatabaseError
from service.settings import Settings

ANOTHER_TRIES = 20
GRACE_SECONDS = 5


def listener(settings: Settings) -> socket.socket:
    """Take a port: the one that was named, or else the first free one from the usual on. Raise DatabaseError."""
    last = settings.port + (0 if settings.port_was_named else ANOTHER_TRIES)
    for port in range(settings.port, last + 1):
        if door := taken(settings.host, port):
            if port != settings.port:
                print(f"Port {settings.port} is taken by another program; using {port}.", flush=True)
            return door
    raise DatabaseError(f"Port {settings.port} is taken by another program: stop it, or name a free one in EARLY_HELP_PORT.")


def taken(host: str, port: int) -> socket.socket | None:
    """Take one port, and listen at once: with SO_REUSEADDR alone two sockets that do not listen could share it."""
    door = socket.socket()
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((host, port))
        door.listen()
    except OSError:
        door.close()
        return None
    return door


def address_of(door: socket.socket) -> str:
    """Write the address that a person types."""
    return f"http://localhost:{door.getsockname()[1]}"


class Server(uvicorn.Server):
    """uvicorn, which says something when it is ready."""

    def __init__(self, config: uvicorn.Config, say: Callable[[], None]) -> None:
        super().__init__(config)
        self.say = say

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then tell."""
        await super().startup(sockets)
        if self.started:
            self.say()


def leave_the_lasting_alone() -> None:
    """Keep the garbage collector from looking through what lasts as long as the process, and let it look at requests less often.

    Modules, types and statements are some 160,000 objects, which each full collection would visit in vain.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)


def serve(app: Starlette, door: socket.socket, say: Callable[[], None]) -> None:
    """Serve until a signal ends it."""
    leave_the_lasting_alone()
    config = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=GRACE_SECONDS, server_header=False, access_log=False)
    Server(config, say).run(sockets=[door])
