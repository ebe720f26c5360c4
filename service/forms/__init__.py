"""The forms of assessments, as data: who is asked what, and what an answer looks like. A published version never changes."""
