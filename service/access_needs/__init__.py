"""What somebody needs in order to take part: their language, an interpreter, ways to communicate, access to places."""
