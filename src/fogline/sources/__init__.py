"""Where reports come from: files, folders, web pages, feeds, archives, mail and tables."""
