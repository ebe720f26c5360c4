"""Teams of an agency, which triage and hold cases."""
