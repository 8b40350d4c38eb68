"""One frozen Situation, as known on a date."""
