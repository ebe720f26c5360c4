"""The versions of the forms. A case keeps the version that it was opened with; each is checked when the service starts."""

from collections.abc import Mapping
from pathlib import Path

from service.forms import caf_1, early_help_1
from service.forms.checker import faults
from service.forms.parts import Form

FORMS: Mapping[tuple[str, int], Form] = {(form.key, form.version): form for form in (caf_1.FORM, early_help_1.FORM)}
LOCK = Path(__file__).with_name("published.lock")
"""What each module's bytes were when its version was published."""


def refuse_faulty(forms: Mapping[tuple[str, int], Form]) -> None:
    """Raise ValueError where a form is wrong, and say everything that is."""
    found = [f"{key} {version}: {said}" for (key, version), form in forms.items() for said in faults(form)]
    if found:
        raise ValueError("; ".join(found))


refuse_faulty(FORMS)
