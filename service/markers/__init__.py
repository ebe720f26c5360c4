"""Warning markers for visits: each with its reason, its source and a day of review, and none for life."""
