# node.sh — Node and the npm packages: any Node from 18 on will do.
# shellcheck shell=bash

node_is_there() {
	command -v node >/dev/null && command -v npm >/dev/null &&
		node -e 'process.exit(parseInt(process.versions.node) >= 18 ? 0 : 1)' 2>/dev/null
}

# Fetches what a folder's lock file names, when that has changed since last time.
node_packages_install() {
	local folder=$1
	[ -f "$folder/package-lock.json" ] || return 0
	[ "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ] && return 0
	say "Fetching npm packages for ${folder##*/}/ (listed in ${folder##*/}/package.json)"
	(cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null) ||
		fail "npm could not fetch the packages for $folder; the lines above say why"
	touch "$folder/node_modules/.package-lock.json"
}
