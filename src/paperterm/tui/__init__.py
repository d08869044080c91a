"""The reader on the screen."""

import os

# With the kitty keyboard protocol, Textual asks for every key as an escape sequence: iTerm2 then swallows what an input
# method commits, and commits of five and more han overflow Textual's parser (Textualize/textual#6561, #6552).
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")

# Between two repaints Textual lets up to two frames pass. While a key is held down, at its sixty frames a second that is
# a thirtieth of a second behind the finger.
os.environ.setdefault("TEXTUAL_FPS", "120")
