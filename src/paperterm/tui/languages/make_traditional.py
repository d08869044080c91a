"""Makes the catalogues in traditional Chinese from those in simplified Chinese, with OpenCC's s2twp (characters and words as
in Taiwan), WORDS and the quotation marks of traditional print.

Run `python -m paperterm.tui.languages.make_traditional` where OpenCC is installed (a development dependency) and commit what
changes.
"""

from __future__ import annotations

import re

from paperterm.tui.languages.catalogue import path_of, read_catalogue

MADE = {"zh-Hant": "zh-Hans", "zh-Hant-heard": "zh-Hans-heard"}
WORDS = {
    "撤銷": "復原",
    "恢復": "還原",
    "退出": "離開",
    "終端": "終端機",
    "正文": "內文",
    "改動": "變更",
    "文章型別": "文章類型",
    "程式碼 {": "代碼 {",
    "檢視說明": "看說明",
}
"""What a reader in Taiwan would say and OpenCC does not, in OpenCC's characters."""
QUOTED = re.compile(r"“([^“”]*[^“”\s][^“”]*)”")
HEAD = "# Made from {source} by make_traditional.py; write there.\n"


def traditional(source: str) -> str:
    """The text of the catalogue that is made from this one."""
    from opencc import OpenCC

    convert = OpenCC("s2twp").convert
    text = HEAD.format(source=path_of(source).name)
    for message, said in read_catalogue(source).items():
        made = QUOTED.sub(r"「\1」", convert(said))
        for word, better in WORDS.items():
            made = made.replace(word, better)
        text += f"\n{message}\n{made}\n"
    return text


if __name__ == "__main__":
    for made, source in MADE.items():
        path_of(made).write_text(traditional(source), encoding="utf-8")
