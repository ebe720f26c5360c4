"""The end of a case in words: what is better, who helps from now on, and that the family was told."""
