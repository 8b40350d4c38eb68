"""The field's formats: what comes in from them and goes out to them."""
