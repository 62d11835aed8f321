# say.sh — what the scripts tell people: one line a thing, in plain words.
# shellcheck shell=bash

say() {
	printf '%s\n' "$*"
}

# Says why nothing more can be done and what would help, and ends the script.
fail() {
	printf 'tilskudd: %s\n' "$*" >&2
	exit 1
}

# The last lines of a log, indented, for the person who must find out why.
show_log() {
	[ -s "$1" ] && tail -n 15 "$1" | sed 's/^/    /' >&2
	return 0
}
