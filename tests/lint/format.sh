#!/bin/bash
# format.sh — C as clang-format lays it out, shell scripts as ShellCheck wants them, XML well formed.
set -uo pipefail

# usage: told NAME COMMAND...
told() {
	local name=$1 said
	shift
	if said=$("$@" 2>&1); then
		printf 'ok %s\n' "$name"
	else
		printf 'not ok %s\n' "$name"
		head -n 40 <<<"# ${said//$'\n'/$'\n'# }"
	fi
}

c_files() {
	git ls-files -co --exclude-standard 'src/*.[ch]' 'tests/*.[ch]' | while read -r file; do
		[ -f "$file" ] && printf '%s\n' "$file"
	done
}

c_is_formatted() {
	# shellcheck disable=SC2046
	clang-format-14 --dry-run -Werror $(c_files)
}

scripts() {
	git ls-files -co --exclude-standard | while read -r file; do
		[ -f "$file" ] && { [[ $file == *.sh ]] || head -c 20 "$file" | grep -aqE '^#!/bin/(ba)?sh'; } && printf '%s\n' "$file"
	done
}

scripts_are_clean() {
	# shellcheck disable=SC2046
	shellcheck -x -P SCRIPTDIR $(scripts)
}

xml_is_well_formed() {
	# shellcheck disable=SC2046
	xmllint --noout --nonet $(git ls-files -co --exclude-standard 'conf/*.xml' 'conf/*.rng' 'pdf-templates/*')
}

told 'C is laid out by clang-format' c_is_formatted
told 'shell scripts pass ShellCheck' scripts_are_clean
told 'XML files are well formed' xml_is_well_formed
