"""The reader in a browser: textual-serve behind a door of our own. Only for the machine it runs on."""
