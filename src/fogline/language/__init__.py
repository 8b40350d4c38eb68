"""Detecting, parsing and looking words up. The only package that knows spaCy."""
