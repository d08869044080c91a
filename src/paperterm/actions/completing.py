"""`completion`: what a shell needs to complete the words of paperterm's command line.

The scripts are thin: at every Tab they ask paperterm itself what fits, so that they never grow old, and ids of articles can
be completed from the library.
"""

from __future__ import annotations

from string import Template

from paperterm.actions.answer import FOUND, NOTHING, Answer
from paperterm.actions.command import Argument, Command, Values
from paperterm.actions.session import Session, failures

MOST_IDS = 200
ASK = "shell-words"
"""The command by which the scripts ask. Its answer: a line for each word, with a space and its meaning behind it; first a line
that says whether file names fit too."""

BASH = Template("""# bash completion for paperterm. To load it:  source <(paperterm completion bash)
_paperterm() {
    local IFS=$$'\\n' line kind=
    COMPREPLY=()
    while IFS= read -r line; do
        if [ -z "$$kind" ]; then kind=$$line; continue; fi
        COMPREPLY+=("$${line%% *}")
    done < <("$${COMP_WORDS[0]}" $ask -- "$${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
    if [ "$$kind" = files ]; then
        while IFS= read -r line; do COMPREPLY+=("$$line"); done < <(compgen -f -- "$${COMP_WORDS[COMP_CWORD]}")
        compopt -o filenames 2>/dev/null
    fi
    if [ "$${#COMPREPLY[@]}" -eq 1 ] && [ "$${COMPREPLY[0]%/}" != "$${COMPREPLY[0]}" ]; then
        compopt -o nospace 2>/dev/null
    fi
}
complete -F _paperterm paperterm
""")
ZSH = Template("""#compdef paperterm
# zsh completion for paperterm. To load it:  source <(paperterm completion zsh)
_paperterm() {
    local line kind=
    local -a found parts
    while IFS= read -r line; do
        if [[ -z $$kind ]]; then kind=$$line; continue; fi
        if [[ $$line == */ ]]; then parts+=("$${line%% *}"); continue; fi
        found+=("$${$${line%% *}//:/\\\\:}:$${line#* }")
    done < <("$${words[1]}" $ask -- "$${(@)words[2,CURRENT]}" 2>/dev/null)
    (( $${#found} )) && _describe paperterm found
    (( $${#parts} )) && compadd -S '' -- "$${parts[@]}"
    [[ $$kind == files ]] && _files
    return 0
}
if [[ $$funcstack[1] == _paperterm ]]; then _paperterm "$$@"; else compdef _paperterm paperterm; fi
""")
FISH = Template("""# fish completion for paperterm. To load it:  paperterm completion fish | source
function __paperterm_words
    set -l words (commandline -opc) (commandline -ct)
    set -l lines ($$words[1] $ask -- $$words[2..-1] 2>/dev/null)
    string replace ' ' \\t -- $$lines[2..-1]
    if test "$$lines[1]" = files
        __fish_complete_path (commandline -ct)
    end
end
complete -c paperterm -f -a '(__paperterm_words)'
""")
SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH}


def completion(session: Session, values: Values) -> Answer:
    script = SCRIPTS[values["shell"]].substitute(ask=ASK)
    return Answer({"shell": values["shell"], "script": script}, script.splitlines())


def shell_words(session: Session, values: Values) -> Answer:
    from paperterm.actions.commands import COMMANDS
    from paperterm.actions.offering import offer

    words = list(values["word"]) or [""]
    found = offer(words, COMMANDS)
    lines = [f"{word} {meaning}".rstrip() for word, meaning in found.words]
    if found.articles:
        with failures():
            lines += session.library.ways_on(words[-1], MOST_IDS)
    kind = "files" if found.files else "words"
    return Answer({"kind": kind, "words": lines}, (kind, *lines), code=FOUND if lines or found.files else NOTHING)


COMPLETION = Command(
    "completion",
    "Complete words in a shell",
    "Print what makes a shell complete paperterm's commands, options and ids of articles: `source <(paperterm completion "
    "bash)`, `source <(paperterm completion zsh)` or, in fish, `paperterm completion fish | source`.",
    completion,
    (Argument("SHELL", "bash, zsh or fish", choices=tuple(SCRIPTS)),),
)
SHELL_WORDS = Command(
    ASK,
    "Words that fit",
    "What the last of these words of a command line can become: for the scripts that `paperterm completion` prints.",
    shell_words,
    (Argument("WORD", "the words behind paperterm, after --", many="*"),),
    hidden=True,
)
