"""The mutation by which a case goes on that was ended by mistake."""

from service.cases.mutations import OfCase
from service.cases.types import Case
from service.changing import Change, Text
from service.changing.inputs import LONG
from service.closure_corrections import actions


class CorrectClosure(OfCase, Change, action=actions.correct_closure, answers=Case):
    """Let a case go on that was ended by mistake, where it was; within 20 working days, by somebody other than who ended it."""

    why = Text("What the mistake was.", most=LONG, required=True)


MUTATIONS: tuple[type[Change], ...] = (CorrectClosure,)
