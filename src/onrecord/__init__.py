"""What states said and did, each line with its receipt."""
