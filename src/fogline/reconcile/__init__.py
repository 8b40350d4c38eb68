"""Claims brought together: origins, incidents, differences, tolls and control."""
