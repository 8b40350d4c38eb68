"""Names of places to points: compiled from open data on first use, looked up by name, country and context."""
