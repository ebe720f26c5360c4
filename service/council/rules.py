"""What can be changed of the council and of its structure. Pure."""

import re

from service.errors import BadInput

CODE = re.compile("[0-9]{3}")
ALWAYS_FILLED = {"name": "name", "code": "code"}
EDITABLE = tuple(ALWAYS_FILLED)


def refuse_bad_code(code: str) -> None:
    """Raise BadInput unless a code is one of the national list's form."""
    if not CODE.fullmatch(code):
        raise BadInput("Give the council's code of three digits, such as 878.", path=("code",))
