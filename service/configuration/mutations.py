"""The mutations of the council's settings."""

from typing import Any

import graphene

from service.changing import Calendar, Change, Dates, Flag, Number, RecordId, Text
from service.changing.inputs import LONG, Input, Path, read_items
from service.configuration import actions
from service.configuration.types import Setting

WHY = "Why: it stands beside the value, and in the record of the council's changes."
VERSION = "The version of the council's record that you read: it grows with each change of a setting."


class Words(Input):
    """A list of words."""

    def __init__(self, description: str) -> None:
        super().__init__(graphene.List(graphene.NonNull(graphene.String)), description)
        self.one = Text(description)

    def read(self, value: list[str], path: Path) -> Any:
        return list(read_items(value, self.one.read, path))


class WithValue:
    """The fields that can carry a value: of one setting, exactly one of them."""

    number = Number("The value of a setting that is a whole number.")
    flag = Flag("The value of a setting that is yes or no.")
    text = Text("The value of a setting that is a text or one word of several.")
    words = Words("The value of a setting that is any of several words; an empty list for none.")
    days = Dates("The value of a setting that is a list of dates: all of them; an empty list for none.")
    use_default = Flag("Whether the published default, or in a locality what the council has set, is to hold again; send no value then.")


class SetSetting(WithValue, Change, action=actions.set_setting, answers=Setting):
    """Set a value from today or a later day. What was counted under the old value stays: due days that were given do not move."""

    expected_version = Number(VERSION, required=True)
    name = Text("The setting, as `configuration { settings }` spells it.", required=True)
    about = Text("What it is about, for a setting that has several subjects, such as `early-help/assessing`.")
    locality_id = RecordId("locality", "The locality that is to differ from the council; left out, the whole council.")
    valid_from = Calendar("The first day on which it holds, from its beginning in London; today means from this instant on.", required=True)
    reason = Text(WHY, most=LONG, required=True)


class AmendSetting(WithValue, Change, action=actions.amend_setting, answers=Setting, amends=True):
    """Change what is planned: its value, its day, or both. What has come into force stays as it was; set a new value instead."""

    setting_id = RecordId("setting", "The planned value.", required=True)
    expected_version = Number(VERSION, required=True)
    valid_from = Calendar("The first day on which it holds; today or later.")
    reason = Text(WHY, most=LONG, required=True)


class WithdrawSetting(Change, action=actions.withdraw_setting, answers=Setting):
    """Withdraw what is planned, before its day: what holds now goes on holding."""

    setting_id = RecordId("setting", "The planned value.", required=True)
    expected_version = Number(VERSION, required=True)
    reason = Text("Why it is withdrawn.", most=LONG, required=True)


MUTATIONS: tuple[type[Change], ...] = (SetSetting, AmendSetting, WithdrawSetting)
