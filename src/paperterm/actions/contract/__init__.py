"""What every command prints with --json, as types: the code that makes the data is checked against them, and the files in
docs/schemas/ are made from them. No command loads them."""
