# node.sh — Node and the npm packages: any Node from 18 on will do.
# shellcheck shell=bash

node_is_there() {
	command -v node >/dev/null && command -v npm >/dev/null &&
		node -e 'process.exit(parseInt(process.versions.node) >= 18 ? 0 : 1)' 2>/dev/null
}

# Node knows only its own list of certificates; the one of a county's proxy is in Debian's.
[ -n "${NODE_EXTRA_CA_CERTS:-}" ] || [ ! -r /etc/ssl/certs/ca-certificates.crt ] ||
	export NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt

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
