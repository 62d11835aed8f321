# render.sh — fills in a template's @NAME@ words from variables of the same name.
# shellcheck shell=bash

# usage: render TEMPLATE FILE NAME=value...; a word left over is a fault in the template.
render() {
	local template=$1 file=$2 pair text
	shift 2
	text=$(cat "$template")
	for pair in "$@"; do
		text=${text//@"${pair%%=*}"@/"${pair#*=}"}
	done
	if grep -q '@[A-Z_]*@' <<<"$text"; then
		fail "$template holds a word nobody fills in: $(grep -o '@[A-Z_]*@' <<<"$text" | head -n 1)"
	fi
	printf '%s\n' "$text" >"$file"
	chmod 644 "$file"
}
