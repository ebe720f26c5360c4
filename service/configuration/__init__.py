"""The council's configuration: what it sets in place of the published defaults, from which day, and why."""
