"""The reader on the screen."""

import os

# With the kitty keyboard protocol, Textual asks for every key as an escape sequence: iTerm2 then swallows what an input
# method commits, and commits of five and more han overflow Textual's parser (Textualize/textual#6561, #6552).
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
