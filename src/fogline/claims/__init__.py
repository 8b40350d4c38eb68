"""Mentions put together into claims, with identity, inheritance and a check."""
