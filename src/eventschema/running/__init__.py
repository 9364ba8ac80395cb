"""What the command `extract` does around the extraction itself."""
