# account.sh — whose account the servers run under: an ordinary one, always; PostgreSQL refuses root.
# shellcheck shell=bash

export service_account=${service_account:-tilskudd}

# Root makes the account once and lends it; anyone else is it.
account_choose() {
	if [ "$(id -u)" != 0 ]; then
		service_account=$(id -un)
		return
	fi
	id "$service_account" >/dev/null 2>&1 ||
		useradd --system --home-dir /var/lib/tilskudd --shell /usr/sbin/nologin "$service_account" ||
		fail "could not make the system account \"$service_account\" that the servers run under"
}

# Replaces this process by the command, run by the service account; dies with its parent by the given signal.
# usage: ( exec_as_service TERM command ... )
exec_as_service() {
	local signal=$1
	shift
	local -a lend=(--pdeathsig "$signal")
	if [ "$(id -u)" = 0 ]; then
		lend+=(--reuid "$service_account" --regid "$service_account" --init-groups)
		[ "${LOW_PORT:-no}" = yes ] && lend+=(--inh-caps +net_bind_service --ambient-caps +net_bind_service)
		export HOME=/var/lib/tilskudd USER=$service_account LOGNAME=$service_account
	fi
	exec setpriv "${lend[@]}" -- "$@"
}

as_service() {
	(exec_as_service KILL "$@")
}

# A folder the service account owns.
folder_make() {
	mkdir -p "$1" 2>/dev/null || fail "cannot make the folder $1: no right to write there, or the disk is full"
	[ "$(id -u)" != 0 ] || chown "$service_account:" "$1"
	chmod 0700 "$1"
}
