# packages.sh — Debian packages: which are missing, and installing them without starting a service.
# shellcheck shell=bash
# shellcheck disable=SC2154  # here is set by the script that reads this file

# Lines "name reason" of the packages wanted: $1 is "run" or "run|test".
packages_wanted() {
	sed -nE "s/^($1) +([^ ]+) +(.*)/\2 \3/p" "$here/packages.txt"
	node_is_there || printf '%s\n' 'nodejs fetches the style sheets and runs the browser tests' 'npm fetches the style sheets'
}

# Those of them that are not installed.
packages_missing() {
	local wanted installed
	wanted=$(packages_wanted "$1")
	# shellcheck disable=SC2016,SC2046  # dpkg's own variables; names hold no spaces
	installed=$(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' $(cut -d' ' -f1 <<<"$wanted") 2>/dev/null |
		sed -n 's/^ii *//p') || true
	awk 'NR == FNR { have[$1] = 1; next } !($1 in have)' <(printf '%s\n' "$installed") <(printf '%s\n' "$wanted")
}

# Root runs the command itself, others ask sudo.
as_root() {
	if [ "$(id -u)" = 0 ]; then
		"$@"
	elif [ -t 0 ]; then
		sudo -- "$@"
	else
		sudo -n -- "$@"
	fi
}

may_become_root() {
	[ "$(id -u)" = 0 ] && return 0
	command -v sudo >/dev/null || return 1
	[ -t 0 ] || sudo -n true 2>/dev/null
}

# Debian starts what it installs; a policy of "no" is put in place meanwhile, unless the machine has its own.
packages_install_quietly() {
	# shellcheck disable=SC2016  # the inner shell expands
	as_root /bin/sh -eu -c '
		policy=/usr/sbin/policy-rc.d
		if [ ! -e $policy ]; then
			trap "rm -f $policy" EXIT
			printf "#!/bin/sh\nexit 101\n" >$policy
			chmod 755 $policy
		fi
		export DEBIAN_FRONTEND=noninteractive
		apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1 && exit 0
		apt-get update -qq
		apt-get install -y -qq --no-install-recommends "$@" >/dev/null
	' sh "$@"
}

debian_packages_install() {
	local missing names
	command -v apt-get >/dev/null ||
		fail "this is set up for Debian 12 or newer; install what conf/host/packages.txt lists by hand"
	missing=$(packages_missing "$1")
	[ -n "$missing" ] || return 0
	names=$(cut -d' ' -f1 <<<"$missing" | tr '\n' ' ')
	may_become_root ||
		fail "packages are missing and this account may not install them; ask an administrator to run: apt-get install ${names% }"
	say "Installing Debian packages (this needs root; nothing else does):"
	awk '{ name = $1; $1 = ""; printf "  %-21s%s\n", name, $0 }' <<<"$missing"
	# shellcheck disable=SC2086  # names are words
	packages_install_quietly $names || fail "Debian's packages could not be installed; the lines above say why"
}
