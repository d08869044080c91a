"""From disk to page text: which files, in which encoding, and what their names say of the issue."""
