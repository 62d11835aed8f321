# stack.sh — a complete throw-away server for the tests: the same conf/host/serve as "make run", on a free port.
# shellcheck shell=bash
# shellcheck disable=SC2154  # root and work come from tests/run

stack_pid=''
stack_kind=''

# usage: stack_start database|everything. Exports BASE_URL, RUN, TILSKUDD_DATA, TILSKUDD_DB ... as serve's ready file has them.
stack_start() {
	[ "$stack_kind" != everything ] && [ "$stack_kind" != "$1" ] || return 0
	stack_stop
	local data=$work/$1 waited=0
	mkdir "$data"
	env -u TILSKUDD_DB -u TILSKUDD_SMTP TILSKUDD_MODE=test TILSKUDD_DATA="$data" PORT=0 LISTEN=127.0.0.1 WORKERS=2 \
		SERVE="$1" TILSKUDD_SKIP_SETUP=yes "$root/conf/host/serve" >"$work/serve.log" 2>&1 &
	stack_pid=$!
	until [ -s "$data/run/ready" ]; do
		waited=$((waited + 1))
		if ! kill -0 "$stack_pid" 2>/dev/null || [ "$waited" -gt 3000 ]; then
			test_failed "the test server does not start" "$work/serve.log"
			stack_stop
			return 1
		fi
		sleep 0.1
	done
	stack_kind=$1
	set -a
	# shellcheck source=/dev/null
	. "$data/run/ready"
	set +a
}

stack_stop() {
	[ -n "$stack_pid" ] || return 0
	kill -TERM "$stack_pid" 2>/dev/null || true
	wait "$stack_pid" 2>/dev/null || true
	stack_pid='' stack_kind=''
}

# What the sandbox would have killed a worker for was only logged in test mode; here it counts.
stack_sandbox_check() {
	[ "$stack_kind" = everything ] || return 0
	if grep -a 'seccomp' "$TILSKUDD_DATA/log/kore.log" | grep -avE 'sandbox enabled|tracing enabled' >"$work/sandbox"; then
		test_failed "http/sandbox: no worker called what the sandbox forbids" "$work/sandbox"
	else
		test_passed "http/sandbox: no worker called what the sandbox forbids"
	fi
}
