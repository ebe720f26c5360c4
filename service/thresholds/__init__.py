"""Thresholds: the council's dated documents of levels of need, and the decisions that are made against them."""
