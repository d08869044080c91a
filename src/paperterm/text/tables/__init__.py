"""Generated tables of the text room, and the script that makes them."""
