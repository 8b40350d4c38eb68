"""The same reading here, on all cores, or on a cluster."""
