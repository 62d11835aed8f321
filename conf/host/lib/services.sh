# services.sh — the servers as children: started, watched, started again when one dies, stopped in order.
# shellcheck shell=bash
# shellcheck disable=SC2154  # RUN and bin come from the script that reads this file

declare -A service_pid=() service_starts=() service_since=()
services=()

# A service is a function in "service" that becomes the server. Its log is log/<name>.log, its process run/<name>.service.
service_start() {
	local name=$1
	(
		exec 9>&- </dev/null >>"$TILSKUDD_DATA/log/$name.log" 2>&1
		trap - INT TERM HUP EXIT
		ulimit -n "$(service_files)"
		exec setsid "$BASH" "$here/service" "$name"
	) &
	service_pid[$name]=$!
	printf '%s\n' "$!" >"$RUN/$name.service"
	[[ " ${services[*]} " == *" $name "* ]] || services+=("$name")
}

# Kore asks about every descriptor it may have: with a container's limit of a thousand million it starts for minutes.
service_files() {
	local limit
	limit=$(ulimit -Hn)
	[ "$limit" != unlimited ] && [ "$limit" -lt 8192 ] && printf '%s' "$limit" || printf 8192
}

service_is_up() {
	[ -n "${service_pid[$1]:-}" ] && kill -0 "${service_pid[$1]}" 2>/dev/null
}

# Ends what a dead server left: Kore's workers outlive a killed parent. Each service leads a process group of its own.
service_sweep() {
	kill -KILL -- "-$1" 2>/dev/null || true
}

# Starts a dead service again; five deaths within a minute stop everything, since a sixth would be no better.
service_restart() {
	local name=$1
	if [ $((SECONDS - ${service_since[$name]:-0})) -gt 60 ]; then
		service_since[$name]=$SECONDS
		service_starts[$name]=0
	fi
	service_starts[$name]=$((${service_starts[$name]:-0} + 1))
	if [ "${service_starts[$name]}" -gt 5 ]; then
		show_log "$TILSKUDD_DATA/log/$name.log"
		fail "$name ends again and again; the lines above are the end of $TILSKUDD_DATA/log/$name.log"
	fi
	say "$name ended (code $2); starting it again"
	service_sweep "${service_pid[$name]}"
	sleep 0.3
	service_start "$name"
}

# Waits until a child ends and starts it again, for ever; a signal ends it through the trap.
services_watch() {
	local pid name code
	while :; do
		code=0
		wait -n -p pid 2>/dev/null || code=$?
		for name in "${services[@]}"; do
			[ "${service_pid[$name]:-}" = "${pid:-none}" ] && service_restart "$name" "$code"
		done
	done
}

service_stop() {
	local name=$1 signal=$2 pid=${service_pid[$1]:-}
	[ -n "$pid" ] && kill "-$signal" "$pid" 2>/dev/null || return 0
	for _ in $(seq 150); do
		kill -0 "$pid" 2>/dev/null || break
		sleep 0.1
	done
	kill -KILL "$pid" 2>/dev/null && say "$name did not stop in 15 seconds and was ended"
	service_sweep "$pid"
	wait "$pid" 2>/dev/null || true
	unset "service_pid[$name]"
}

# Newest first would do, but each has its word for "finish what you have and end".
services_stop() {
	service_stop nginx QUIT
	service_stop kore TERM
	service_stop jobs TERM
	service_stop mail TERM
	service_stop postgres INT
}
