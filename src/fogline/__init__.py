"""Fogline reads reports of conflict and keeps what each of them says: attributed claims with their evidence."""

__version__ = "0.1.0"
