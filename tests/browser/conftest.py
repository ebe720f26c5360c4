"""The system's Chromium at a live service, on a database of its own for each test."""

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from service.app import application
from tests.functional.api import Api
from tests.functional.conftest import api, council, family, stages

__all__ = ["api", "council", "family", "stages"]

NAMES = ("chromium", "chromium-browser", "google-chrome", "/usr/bin/chromium")
FLAGS = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
PEOPLE = {
    "worker": "worker@northmere.example",
    "triage": "triage@northmere.example",
    "team-manager": "manager@northmere.example",
    "service-manager": "service_manager@northmere.example",
    "administrator": "administrator@northmere.example",
}
STARTS_WITHIN = 20

Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where the system's Chromium is."""
    found = next((path for path in map(shutil.which, NAMES) if path), None)
    if found is None:
        pytest.skip("There is no Chromium: apt-get install chromium")
    return found


@contextmanager
def served(api: Api) -> Iterator[str]:
    """Serve a demonstration on a test's database, in a thread; yield its address."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        app = application(api.url, api.tokens, demo_people=PEOPLE)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="on"))
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        until = time.monotonic() + STARTS_WITHIN
        while not server.started and time.monotonic() < until:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@contextmanager
def browser(chromium: str) -> Iterator[Browser]:
    """Open a browser; its root account needs to be told that there is no sandbox."""
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=flags)
        yield opened
        opened.close()


@pytest.fixture
def visit(api: Api, chromium: str) -> Iterator[Callable[[], object]]:
    """Open the service in a browser when a test has its families ready: while the browser is open, no event loop can be run."""
    opened: list[AbstractContextManager[Any]] = []

    def begin() -> Visit:
        opened.append(live := served(api))
        address = live.__enter__()
        opened.append(window := browser(chromium))
        shown = window.__enter__()

        def go(path: str, *, role: str | None = "worker", width: int = 1280, scripts: bool = True) -> Page:
            page = shown.new_context(viewport={"width": width, "height": 900}, java_script_enabled=scripts, base_url=address).new_page()
            if role:
                page.goto(f"/sign-in?as={role}")
            page.goto(path)
            return page

        return go

    yield begin
    for each in reversed(opened):
        each.__exit__(None, None, None)
