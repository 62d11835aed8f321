# ports.sh — TCP ports on this machine: whether one is taken, one that is free, asking a server for a page.
# shellcheck shell=bash

port_is_taken() {
	(exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

port_free() {
	local port
	for _ in $(seq 200); do
		port=$((20000 + RANDOM % 12000))
		port_is_taken "$port" || {
			printf '%s\n' "$port"
			return
		}
	done
	fail "no free port was found between 20000 and 32000"
}

port_check() {
	[[ $1 =~ ^[0-9]+$ && $1 -ge 1 && $1 -le 65535 ]] || fail "PORT is \"$1\"; it must be a number from 1 to 65535"
	! port_is_taken "$1" || fail "port $1 is taken by another program; try: make run PORT=$(port_free)"
	[ "$1" -ge 1024 ] || [ "$(id -u)" = 0 ] || fail "only root may listen on port $1; try: make run PORT=8080"
}

# Prints the status code of GET $2 on port $1; nothing when nobody answers.
page_status() {
	curl -s -o /dev/null -m 5 -w '%{http_code}' "http://127.0.0.1:$1$2" 2>/dev/null | grep -v '^000$'
}
