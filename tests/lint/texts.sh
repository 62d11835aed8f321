#!/bin/bash
# texts.sh — every text a template or C code shows is written in nynorsk and English.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
gen=$(mktemp -d)
trap 'rm -rf "$gen"' EXIT

# usage: told NAME COMMAND...
told() {
	local name=$1 said
	shift
	if said=$("$@" 2>&1); then
		printf 'ok %s\n' "$name"
	else
		printf 'not ok %s\n# %s\n' "$name" "${said//$'\n'/$'\n'# }"
	fi
}

told 'the template compiler builds' make -s build/web_compile
told 'every template compiles with all its texts' build/web_compile --html assets/html --locale assets/locale --out "$gen"
told 'every text in C is translated' build/web_compile --locale assets/locale --sources src
