#!/bin/bash
# settings.sh — the production settings are ones that nginx and systemd accept.
set -uo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d /tmp/tilskudd-settings.XXXXXX)
trap 'rm -rf "$work"' EXIT

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

settings_are_written() {
	(
		set -a
		# shellcheck source=/dev/null
		. "$root/conf/host/production/tilskudd.env"
		TILSKUDD_HOME=$root TILSKUDD_DATA=$work RUN=$work "$root/conf/host/configure"
	) && [ -s "$work/kore.conf" ] && [ -s "$work/nginx_site.conf" ]
}

# The same file with sockets and places that an ordinary account has, and a certificate made for the occasion.
nginx_accepts() {
	openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=tilskudd.fylke.example \
		-keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null
	sed -e "s|/run/tilskudd/|$work/|; s|/run/nginx.pid|$work/nginx.pid|; s|/var/log/nginx/|$work/|" \
		-e "s|/etc/letsencrypt/live/[^/]*/fullchain.pem|$work/cert.pem|" \
		-e "s|/etc/letsencrypt/live/[^/]*/privkey.pem|$work/key.pem|" \
		-e "s#listen \(80\|443\) #listen unix:$work/\1.sock #" \
		-e '/listen \[::\]/d; /^user /d' \
		-e "/access_log/a client_body_temp_path $work/b; proxy_temp_path $work/p; fastcgi_temp_path $work/f; uwsgi_temp_path $work/u; scgi_temp_path $work/s;" \
		"$root/conf/host/production/nginx.conf" >"$work/nginx.conf"
	nginx -t -p "$work" -c "$work/nginx.conf" -e stderr
}

# Every setting a unit has is one systemd knows; paths are the production machine's and not looked for.
units_are_known() {
	local unit said
	for unit in "$root"/conf/host/production/*.service; do
		said=$(systemd-analyze verify --man=no "$unit" 2>&1 | grep -E 'Unknown|Failed to parse|Invalid') || continue
		printf '%s\n' "$said"
		return 1
	done
}

told 'the command line, which checks the templates of documents, builds' make -s -C "$root" -j"$(nproc)" build/tilskudd
told 'settings for production can be written' settings_are_written
told 'nginx accepts the settings for production' nginx_accepts
if command -v systemd-analyze >/dev/null; then
	told 'systemd knows every setting of the units' units_are_known
fi
