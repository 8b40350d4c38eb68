"""Raw bytes of any kind to documents with canonical text, and what is known of them."""
