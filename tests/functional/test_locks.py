"""Who may not see or do something waits for nobody, and holds nobody up: the lock is for those who may."""

import asyncio
import secrets
from typing import Any

import asyncpg
import pytest

from service.database import open_pool
from service.graph.running import Asked, Runner
from tests.functional.api import Api
from tests.functional.families import Family

CLOSE = "mutation Do($input: CloseCaseInput!) { done: closeCase(input: $input) { userErrors { code } } }"
ADD = "mutation Do($input: AddLocalityInput!) { done: addLocality(input: $input) { userErrors { code } } }"


def codes_while_locked(api: Api, lock: str, who: str, document: str, **given: Any) -> list[str]:
    """Send a change while another connection holds a lock; return what stood in its way. One that waits ends with NOT_SAVED."""

    async def run() -> Any:
        holder, pool = await asyncpg.connect(api.url), await open_pool(api.url, most=1)
        async with holder.transaction():
            assert await holder.fetch(lock)
            asked = Asked(document, {"input": {"idempotencyKey": secrets.token_hex(8), **given}})
            answer = await Runner(pool).run(api.actor(who), asked)
        await pool.close()
        await holder.close()
        return answer.parsed()

    with api.nothing_changes():
        body = asyncio.run(run())
    errors = body.get("errors") or body["data"]["done"]["userErrors"]
    return [error.get("code") or error["extensions"]["code"] for error in errors]


@pytest.mark.parametrize("who", ["school", "administrator"])
def test_a_stranger_waits_for_no_case(api: Api, family: Family, who: str) -> None:
    family.requested()
    given = {"caseId": family.case, "expectedVersion": 1, "reason": "NEEDS_MET"}

    assert codes_while_locked(api, "SELECT * FROM cases FOR UPDATE", who, CLOSE, **given) == ["NOT_FOUND"]


def test_who_may_not_change_the_council_does_not_queue_for_it(api: Api) -> None:
    assert codes_while_locked(api, "SELECT * FROM council FOR UPDATE", "worker", ADD, name="East") == ["NOT_PERMITTED"]
