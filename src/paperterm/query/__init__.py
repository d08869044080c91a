"""The query language, the same in the search bar, on the command line and in saved searches. Pure."""
