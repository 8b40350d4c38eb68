"""The nouns that all stages share. Frozen values; this package imports nothing else of ours."""
