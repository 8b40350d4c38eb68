"""Claims stored for good, with two clocks. The only package that knows SQLAlchemy."""
