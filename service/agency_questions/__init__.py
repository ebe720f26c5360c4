"""What agencies were asked about a family in triage, and what each of them answered."""
