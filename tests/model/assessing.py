"""The assessment: section by section, and how the family learns what it says."""

from random import Random

from tests.model.acting import Acting
from tests.model.answers import answers
from tests.model.days import day_of
from tests.model.forms import usually
from tests.model.guards import unsaved
from tests.model.papers import Round
from tests.model.records import Case
from tests.model.staff import Problems

LOCKED: Problems = {("REFUSED", "assessment_locked")}
LAST = "SELECT 'assessment_' || id AS id FROM assessment WHERE 'case_' || case_id = $1 ORDER BY number DESC LIMIT 1"


class Assessing(Acting):
    """Writes assessments."""

    def round_of(self, case: Case) -> Round | None:
        """Return the last assessment of a case, with its id."""
        if not case.papers.rounds:
            return None
        last = case.papers.rounds[-1]
        if not last.id:
            last.id = str(self.service.sql(LAST, case.id)[0]["id"])
        return last

    def write(self, r: Random, case: Case) -> None:
        """Write what is missing: mostly all of it, else all but something, or a little."""
        last = self.round_of(case)
        if last is None:
            return self.compare(case, self.somebody(r, ()))
        left = list(unsaved(case, last))
        r.shuffle(left)
        left = usually(r, left, left, left[1:], else_=left[:1])
        who = self.somebody(r, self.permitted(case, "WRITE_ASSESSMENT"))
        places = [(part.key, about) for part, about in left] or list(last.saved)[:1]
        for n, (key, about) in enumerate(places):
            if not self.save(case, who, last, key, about, quiet=n < len(places) - 1):
                return None
        return None

    def save(self, case: Case, who: str, last: Round, key: str, about: str | None, *, quiet: bool) -> bool:
        """Save a section, or what it says already."""
        said = answers(case, key, case.family[about] if about else None)

        def effect(_: str) -> None:
            last.saved[key, about] = who
            last.writers.add(who)

        over: Problems = LOCKED if last.is_locked or last.is_signed_off else set()
        again: Problems = {("ALREADY_DONE", None)} if (key, about) in last.saved else set()
        given = {"assessmentId": last.id, "section": key, "expectedRevision": int((key, about) in last.saved), "answers": said}
        given |= {"subjectId": about} if about else {}
        return self.record(case, who, "WRITE_ASSESSMENT", "saveSection", effect, over or again, quiet=quiet, **given)

    def share(self, r: Random, case: Case) -> None:
        """Tell the family what the assessment says, or write down why not."""
        last = self.round_of(case)
        if last is None:
            return self.compare(case, self.somebody(r, ()))
        who = self.somebody(r, self.permitted(case, "SHARE_CONCLUSIONS"))
        told = {"sharedOn": day_of(self.now(case)).isoformat(), "how": "TOGETHER"}

        def effect(_: str) -> None:
            last.is_shared = True

        early: Problems = set() if last.is_locked or last.is_signed_off else {("REFUSED", "not_submitted")}
        given = {"assessmentId": last.id, **r.choice([told, told, {"whyNot": "It is not safe."}])}
        self.record(case, who, "SHARE_CONCLUSIONS", "shareConclusions", effect, early, even_if_over=True, **given)
        return None
