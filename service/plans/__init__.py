"""The plan of a case: for each need an outcome in the family's words, and for each outcome what is done, by whom, by when."""
