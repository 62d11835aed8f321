#!/bin/bash
# join.sh — makes one style sheet of the files in files.txt, each in its layer, without comments and indentation.
# Run in assets/: css/join.sh > tilskudd.css
set -euo pipefail

# The theme package also holds a dark scheme, a second type face and brand colours that no page here uses.
theme_trim() {
	awk '/^@layer/ { skip = /color-scheme.dark|typography.secondary/; held = $0; next }
		held != "" { skip = skip || /data-color="brand/; if (!skip) print held; held = "" }
		!skip && !/--ds-(color-brand|body-(short|long)|[a-z-]*2xl)/'
}

squeeze() {
	tr '\n' ' ' | sed -E 's@/\*([^*]|\*+[^*/])*\*+/@@g; s/@charset "[^"]*";//; s/[[:space:]]+/ /g; s/ ?([{};,]) ?/\1/g; s/: +/:/g; s/;\}/}/g'
}

echo '@layer ds.theme,ds.base,ds.components,tilskudd;'
while read -r layer file; do
	case $layer in '#'* | '') continue ;; esac
	[ -r "$file" ] || { echo "$file is missing; run conf/host/setup to fetch the npm packages" >&2; exit 1; }
	[ "$layer" = - ] || printf '@layer %s{' "$layer"
	case $file in
	*-theme/*) theme_trim <"$file" | squeeze ;;
	*/dist/*) sed 's/^@charset "[^"]*";//' "$file" ;;
	*) squeeze <"$file" ;;
	esac
	[ "$layer" = - ] || printf '}'
	echo
done <css/files.txt
