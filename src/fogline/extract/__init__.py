"""Find first, resolve later: each file yields one kind of mention from parsed sentences."""
