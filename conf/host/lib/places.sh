# places.sh — where things lie: the tree that is read (TILSKUDD_HOME), what is kept (TILSKUDD_DATA), and sockets.
# shellcheck shell=bash
# shellcheck disable=SC2154  # root is set by the script that reads this file

parts_read='build/tilskudd build/tilskudd.so build/assets sql conf assets/error pdf-templates kore.conf'

# True when the service account can read everything it will need.
tree_is_reachable() {
	local part
	for part in $parts_read; do
		[ -e "$root/$part" ] || continue
		[ -z "$(as_service find "$root/$part" -name node_modules -prune -o ! -readable -print -quit 2>&1)" ] || return 1
	done
}

# Copies what is read to a place everybody reaches; a clone in a home with mode 0700 is closed to the account.
tree_copy() {
	local to=$1 part
	mkdir -p "$to"
	rm -rf "$to.new"
	mkdir "$to.new"
	for part in $parts_read; do
		[ ! -e "$root/$part" ] || printf '%s\0' "$part"
	done | tar -C "$root" --null --exclude node_modules -cf - -T - | tar -C "$to.new" --no-same-owner -xf - ||
		fail "cannot copy the program to $to: is the disk full?"
	chmod -R u=rwX,go=rX "$to.new"
	rm -rf "$to"
	mv "$to.new" "$to"
}

# A UNIX socket's path has room for 107 bytes, and PostgreSQL adds its own name and ".lock".
sockets_choose() {
	RUN=$TILSKUDD_DATA/run
	[ "${#RUN}" -le 80 ] || RUN=/tmp/tilskudd-$(printf '%s' "$TILSKUDD_DATA" | cksum | cut -d' ' -f1)
}

places_choose() {
	local base=$root
	export TILSKUDD_HOME=$root
	if [ "$(id -u)" = 0 ] && ! tree_is_reachable; then
		base=/var/lib/tilskudd
		TILSKUDD_HOME=$base/home
		tree_copy "$TILSKUDD_HOME"
		chmod 755 "$base"
		say "The servers' account cannot read $root; a copy runs from $TILSKUDD_HOME"
	fi
	export TILSKUDD_DATA=${TILSKUDD_DATA:-$base/var}
	case $TILSKUDD_DATA in
	/*) ;;
	*) TILSKUDD_DATA=$base/$TILSKUDD_DATA ;;
	esac
	folder_make "$TILSKUDD_DATA"
	as_service test -w "$TILSKUDD_DATA" ||
		fail "the account \"$service_account\" cannot reach $TILSKUDD_DATA; set TILSKUDD_DATA to a folder under /var/lib or /srv"
	sockets_choose
	local folder
	for folder in "$RUN" "$TILSKUDD_DATA/log" "$TILSKUDD_DATA/spool" "$TILSKUDD_DATA/tmp" \
		"$TILSKUDD_DATA/mail" "$TILSKUDD_DATA/mail/tmp" "$TILSKUDD_DATA/mail/new" "$TILSKUDD_DATA/mail/cur"; do
		folder_make "$folder"
	done
}

# 300 MB: an empty cluster with the demo's data takes about a third of that.
disk_check() {
	local free
	free=$(df -Pk "$TILSKUDD_DATA" | awk 'NR == 2 { print int($4 / 1024) }')
	[ "$free" -ge 300 ] ||
		fail "only $free MB free for $TILSKUDD_DATA and 300 are needed; make room, or set TILSKUDD_DATA to another disk"
}
