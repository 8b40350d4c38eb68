"""Pages: a self-contained file now, a server later."""
