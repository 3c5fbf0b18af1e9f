"""The schema of the store, from version to version."""
