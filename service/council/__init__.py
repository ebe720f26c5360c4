"""The council itself: its name, its code, the days it is closed and how it counts them."""
