"""The history of the schema, run by ``ledger/upgrade.py``."""
