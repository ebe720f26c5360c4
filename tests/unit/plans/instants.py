"""How an action stands to its day at an instant: the one table that the rule and the SQL are both held against.

The clocks went forward on 29 March 2026 and back on 25 October 2026, in both years at 01:00 UTC.
"""

import pytest

INSTANTS = [
    pytest.param("2026-03-28", "2026-03-28T23:59:59", "due", id="the last second of a day in winter time"),
    pytest.param("2026-03-28", "2026-03-29T00:00:00", "overdue", id="midnight before the clocks go forward is midnight in UTC"),
    pytest.param("2026-03-29", "2026-03-28T23:59:59", "soon", id="a second before the day on which they go forward"),
    pytest.param("2026-03-29", "2026-03-29T00:00:00", "due", id="the day of twenty-three hours begins"),
    pytest.param("2026-03-29", "2026-03-29T22:59:59", "due", id="and its last second is an hour early in UTC"),
    pytest.param("2026-03-29", "2026-03-29T23:00:00", "overdue", id="the first midnight of summer time"),
    pytest.param("2026-06-30", "2026-06-30T22:59:59", "due", id="the last second of a day in summer"),
    pytest.param("2026-06-30", "2026-06-30T23:30:00", "overdue", id="half past midnight in summer is the next day in London"),
    pytest.param("2026-10-24", "2026-10-24T23:00:00", "overdue", id="the last midnight of summer time"),
    pytest.param("2026-10-25", "2026-10-24T22:59:59", "soon", id="a second before the day on which they go back"),
    pytest.param("2026-10-25", "2026-10-24T23:00:00", "due", id="the day of twenty-five hours begins"),
    pytest.param("2026-10-25", "2026-10-25T00:30:00", "due", id="half past one, the first time"),
    pytest.param("2026-10-25", "2026-10-25T01:30:00", "due", id="half past one, the second time"),
    pytest.param("2026-10-25", "2026-10-25T23:59:59", "due", id="and its last second"),
    pytest.param("2026-10-25", "2026-10-26T00:00:00", "overdue", id="the first midnight of winter time"),
    pytest.param("2026-04-05", "2026-03-29T00:00:00", "soon", id="seven days ahead of the day on which they go forward"),
    pytest.param("2026-04-05", "2026-03-28T23:59:59", "later", id="eight days ahead, a second before"),
    pytest.param("2026-04-05", "2026-03-29T22:59:59", "soon", id="still seven at the end of that day"),
    pytest.param("2026-10-31", "2026-10-23T22:59:59", "later", id="eight days ahead, over the change to winter time"),
    pytest.param("2026-10-31", "2026-10-23T23:00:00", "soon", id="seven days ahead, over the change to winter time"),
    pytest.param("2026-11-02", "2026-10-25T23:59:59", "later", id="eight days ahead of the long day"),
    pytest.param("2027-01-01", "2026-12-25T12:00:00", "soon", id="seven days ahead, over the end of a year"),
    pytest.param("2028-03-01", "2028-02-22T12:00:00", "later", id="eight days ahead, over a leap day"),
    pytest.param("2020-01-01", "2026-06-30T12:00:00", "overdue", id="years ago"),
]
