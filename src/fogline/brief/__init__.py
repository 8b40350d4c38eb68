"""The situation as a sitrep: Markdown, DOCX and PDF; every number, name and date checked against its spans."""
