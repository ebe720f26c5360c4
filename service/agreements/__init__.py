"""Agreement to work with early help: for whom, by whom, in what capacity, and until when."""
