# start.sh — the steps of serve, in its order.
# shellcheck shell=bash
# shellcheck disable=SC2154  # the other files beside this one set these

packages_and_program() {
	[ -n "${TILSKUDD_SKIP_SETUP:-}" ] || "$here/setup"
	local goal=all
	[ "$SERVE" = everything ] || goal=build/tilskudd
	make -s -C "$root" -j"$(nproc)" "$goal" >"/tmp/tilskudd-build.$$" 2>&1 || {
		cat "/tmp/tilskudd-build.$$" >&2
		rm -f "/tmp/tilskudd-build.$$"
		fail "the program does not build; the lines above say why"
	}
	rm -f "/tmp/tilskudd-build.$$"
}

# Two servers on one folder would fight over the database's files.
lock_take() {
	exec 9>>"$TILSKUDD_DATA/lock"
	flock -n 9 || fail "it already runs on $TILSKUDD_DATA; stop that one first, or set TILSKUDD_DATA and PORT to others"
}

stop_everything() {
	local code=$?
	trap '' INT TERM HUP
	[ "$TILSKUDD_MODE" = test ] || say "Stopping"
	services_stop
	rm -f "$RUN/ready"
	exit "$code"
}

tool() {
	"$TILSKUDD_HOME/build/tilskudd" help "$1" >/dev/null 2>&1 || return 0
	as_service "$TILSKUDD_HOME/build/tilskudd" "$@"
}

# Our own cluster, unless TILSKUDD_DB names one. The program adds the role it needs to TILSKUDD_DB.
database_start() {
	if [ -n "${TILSKUDD_DB:-}" ]; then
		export TILSKUDD_DB
		return
	fi
	# Set for another PostgreSQL, these would lead away from ours.
	unset PGHOST PGPORT PGUSER PGDATABASE PGPASSWORD PGSERVICE PGOPTIONS
	[ "$TILSKUDD_MODE" != test ] || export CLUSTER_FAST=yes
	cluster_create "$TILSKUDD_DATA/pg" "$bin"
	cluster_peers_write "$TILSKUDD_DATA/pg"
	service_start postgres
	cluster_wait "$bin" "${service_pid[postgres]}" || {
		show_log "$TILSKUDD_DATA/log/postgres.log"
		fail "PostgreSQL does not start; the lines above are the end of $TILSKUDD_DATA/log/postgres.log"
	}
	cluster_database_make tilskudd || fail "the database could not be made"
	export TILSKUDD_DB="host=$RUN dbname=tilskudd"
}

database_fill() {
	tool reference load || fail "municipalities, units and bodies could not be loaded; the lines above say why"
	[ "$TILSKUDD_MODE" != production ] || return 0
	tool scheme import "$TILSKUDD_HOME"/conf/schemes/*.xml || fail "the schemes could not be imported; the lines above say why"
	tool demo load || fail "the demo data could not be loaded; the lines above say why"
	[ "$TILSKUDD_MODE" = demo ] || return 0
	tool call import --keep-others "$TILSKUDD_HOME"/conf/calls/*.xml >/dev/null || fail "the calls could not be imported; the lines above say why"
}

web_start() {
	[ "$PORT" -ge 1024 ] || export LOW_PORT=yes
	site_configure
	nginx_configure
	mail_start
	service_start kore
	service_start jobs
	service_start nginx
	health_wait
}

# A county's own mail server is set by TILSKUDD_SMTP; without it a local one keeps the letters in mail/.
mail_start() {
	[ -z "${TILSKUDD_SMTP:-}" ] || return 0
	[ "$TILSKUDD_MODE" != production ] || fail "set TILSKUDD_SMTP to the mail server, for example smtp://mail.fylke.no:25"
	MAIL_PORT=$(port_free)
	export MAIL_PORT TILSKUDD_SMTP=smtp://127.0.0.1:$MAIL_PORT TILSKUDD_MAIL_FROM=${TILSKUDD_MAIL_FROM:-ikke-svar@demo.test}
	service_start mail
}

health_wait() {
	local name
	for _ in $(seq 150); do
		[ "$(page_status "$PORT" /helse)" != 200 ] || return 0
		for name in kore nginx; do
			service_is_up "$name" || {
				show_log "$TILSKUDD_DATA/log/$name.log"
				fail "$name does not start; the lines above are the end of $TILSKUDD_DATA/log/$name.log"
			}
		done
		sleep 0.1
	done
	show_log "$TILSKUDD_DATA/log/kore.log"
	fail "the server did not answer GET /helse with 200 within 15 seconds; the logs are in $TILSKUDD_DATA/log"
}

# Tests read the file; people read the lines.
announce() {
	cat >"$RUN/ready" <<-END
		BASE_URL=http://127.0.0.1:$PORT
		PORT=$PORT
		RUN=$RUN
		TILSKUDD_HOME=$TILSKUDD_HOME
		TILSKUDD_DATA=$TILSKUDD_DATA
		TILSKUDD_DB='$TILSKUDD_DB'
		TILSKUDD_SMTP=${TILSKUDD_SMTP:-}
	END
	[ "$SERVE" = everything ] || return 0
	say "Tilskudd is ready: http://$([ "$LISTEN" = 0.0.0.0 ] && printf localhost || printf '%s' "$LISTEN"):$PORT"
	if [ "$TILSKUDD_MODE" = demo ]; then
		say "Demo accounts, password Tilskudd-demo-2026:"
		say "  soker@demo.test          applies, for three associations and a company"
		say "  saksbehandler@demo.test  works with the applications"
		say "  leder@demo.test          decides"
		say "  politiker@demo.test      reads the evaluations"
		say "  admin@demo.test          looks after schemes and users"
		say "Mail is kept in $TILSKUDD_DATA/mail, logs in $TILSKUDD_DATA/log. Ctrl-C stops everything; the data stays."
	fi
}
