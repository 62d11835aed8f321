# configure.sh — writes the settings of Kore and nginx for this machine into RUN.
# shellcheck shell=bash
# shellcheck disable=SC2154  # TILSKUDD_HOME, TILSKUDD_DATA and RUN are in the environment

# What production and the demo share. The tests ask more of the server than people do, and look for what the sandbox
# would have killed a worker for.
site_configure() {
	templates_keep
	local tracing=no rate=50 burst=200 key_rate=30 key_burst=20 from=$TILSKUDD_HOME/conf/host
	[ "$TILSKUDD_MODE" != test ] || { tracing=yes rate=2000 burst=2000 key_rate=6000 key_burst=200; }
	render "$TILSKUDD_HOME/kore.conf" "$RUN/kore.conf" \
		RUN="$RUN" TREE="$TILSKUDD_HOME" WORKERS="${WORKERS:-4}" SECCOMP_TRACING=$tracing
	render "$from/nginx_http.conf.in" "$RUN/nginx_http.conf" RUN="$RUN" RATE=$rate KEY_RATE=$key_rate
	render "$from/nginx_site.conf.in" "$RUN/nginx_site.conf" TREE="$TILSKUDD_HOME" DATA="$TILSKUDD_DATA" BURST=$burst KEY_BURST=$key_burst
}

# What is in force is a copy of the templates that was whole when the server was set up: new ones with a fault leave it.
templates_keep() {
	local from=$TILSKUDD_HOME/pdf-templates to=$TILSKUDD_DATA/templates
	if ! "$TILSKUDD_HOME/build/tilskudd" document check --templates "$from" >/dev/null; then
		[ -d "$to" ] || fail "a template of documents is wrong and there are none from before; the line above says where"
		say "The templates of documents from before stay in force: a new one is wrong, and the line above says where"
		return
	fi
	rm -rf "$to.new"
	cp -R "$from" "$to.new" || fail "cannot copy the templates of documents to $to: is the disk full?"
	chmod -R u=rwX,go=rX "$to.new"
	rm -rf "$to"
	mv "$to.new" "$to"
}

# The demo's and the tests' own nginx; in production nginx is the machine's.
nginx_configure() {
	render "$TILSKUDD_HOME/conf/host/nginx.conf.in" "$RUN/nginx.conf" \
		RUN="$RUN" DATA="$TILSKUDD_DATA" LISTEN="$LISTEN" PORT="$PORT"
}
