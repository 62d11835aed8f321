# cluster.sh — a private PostgreSQL: one folder, one socket, no network, peers known by their account.
# shellcheck shell=bash
# shellcheck disable=SC2154  # service_account and RUN come from the files beside this one

cluster_roles='postgres tilskudd_owner tilskudd_app tilskudd_jobs tilskudd_reader'

postgres_bin() {
	local bin
	bin=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
	[ -x "$bin/postgres" ] || fail "PostgreSQL's programs are not in /usr/lib/postgresql; is postgresql-15 installed?"
	printf '%s\n' "$bin"
}

# The account that runs the servers, and the one that typed the command, may be any of the roles; nobody else any.
cluster_peers_write() {
	local account role
	printf 'local all all peer map=tilskudd\n' >"$1/pg_hba.conf"
	for account in "$service_account" "$(id -un)"; do
		for role in $cluster_roles; do
			printf 'tilskudd %s %s\n' "$account" "$role"
		done
	done | sort -u >"$1/pg_ident.conf"
	[ "$(id -u)" != 0 ] || chown "$service_account:" "$1/pg_hba.conf" "$1/pg_ident.conf"
}

cluster_create() {
	local data=$1 bin=$2
	if [ -s "$data/PG_VERSION" ]; then
		[ "${bin%/bin}" = "/usr/lib/postgresql/$(cat "$data/PG_VERSION")" ] && return 0
		fail "$data was made by PostgreSQL $(cat "$data/PG_VERSION") and ${bin%/bin} is installed; move it with pg_upgradecluster, or install that version"
	fi
	rm -rf "$data.new"
	as_service "$bin/initdb" -D "$data.new" -U postgres -E UTF8 --locale=C.UTF-8 --locale-provider=icu \
		--icu-locale=nb-NO --auth=peer ${CLUSTER_FAST:+--no-sync} >"$TILSKUDD_DATA/log/initdb.log" 2>&1 || {
		show_log "$TILSKUDD_DATA/log/initdb.log"
		fail "the database could not be made in $data; is the disk full?"
	}
	mv "$data.new" "$data"
}

# Replaces this process by the server. A crash may cost a throw-away cluster its data, and makes it three times as fast.
cluster_exec() {
	local data=$1 bin=$2
	local -a quick=()
	[ -z "${CLUSTER_FAST:-}" ] || quick=(-c fsync=off -c synchronous_commit=off -c full_page_writes=off)
	exec_as_service INT "$bin/postgres" -D "$data" -k "$RUN" -c listen_addresses= -c max_connections=60 \
		-c log_timezone=UTC -c timezone=UTC -c log_min_error_statement=panic -c log_error_verbosity=terse "${quick[@]}"
}

# A socket file is there before the server answers, and stays when it was killed.
cluster_wait() {
	local bin=$1 pid=$2
	for _ in $(seq 300); do
		as_service "$bin/pg_isready" -q -h "$RUN" -U postgres -d postgres && return 0
		kill -0 "$pid" 2>/dev/null || return 1
		sleep 0.1
	done
	return 1
}

# The database and its owner; the migrations make the other roles.
cluster_database_make() {
	local name=$1 sql
	sql="select 1 from pg_database where datname = '$name'"
	[ "$(cluster_psql "$sql")" != 1 ] || return 0
	cluster_psql "do \$\$ begin
		if not exists (select from pg_roles where rolname = 'tilskudd_owner') then
			create role tilskudd_owner login createrole;
		end if; end \$\$" &&
		cluster_psql "create database $name owner tilskudd_owner"
}

cluster_psql() {
	as_service psql -X -q -A -t -v ON_ERROR_STOP=1 -h "$RUN" -U postgres -d postgres -c "$1"
}
