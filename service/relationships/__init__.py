"""Relationships of children: who somebody is to a child, and whether they have parental responsibility."""
