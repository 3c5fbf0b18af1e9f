"""One module for each version of the schema; its name begins with the version."""
