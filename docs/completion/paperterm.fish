# fish completion for paperterm. To load it:  paperterm completion fish | source
function __paperterm_words
    set -l words (commandline -opc) (commandline -ct)
    set -l lines ($words[1] shell-words -- $words[2..-1] 2>/dev/null)
    string replace ' ' \t -- $lines[2..-1]
    if test "$lines[1]" = files
        __fish_complete_path (commandline -ct)
    end
end
complete -c paperterm -f -a '(__paperterm_words)'
