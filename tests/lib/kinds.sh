# kinds.sh — how each kind of test is found, built and run. $1 is the name asked for, or "" for all.
# shellcheck shell=bash
# shellcheck disable=SC2154,SC2046  # root and work come from tests/run; names of files hold no spaces

# The files of a kind whose name holds the word asked for.
files_named() {
	local pattern=$1 name=$2 file
	for file in $pattern; do
		[ -f "$file" ] && [[ ${file##*/} == *"$name"* ]] && printf '%s\n' "$file"
	done
	return 0
}

# The programs made of the C files among these: tests/unit/a_test.c is build/asan/unit/a_test.
program_names() {
	local folder=$1
	shift
	printf '%s\n' "$@" | sed -n "s|^tests/\(.*\)\.c\$|$folder/\1|p"
}

# Builds programs, as many as can be; what a missing one lacked is in $work/build.log. One that is old is taken away, so
# that nothing passes by a program from before the change.
programs_build() {
	local program
	make -s -k -C "$root" -j"$(nproc)" "$@" 2>&1 | grep -vE '^  [a-z]{2,4} +[a-z]' >"$work/build.log" || true
	make -q -C "$root" "$@" >"$work/output" 2>&1 && return
	for program in "$@"; do
		make -q -C "$root" "$program" >"$work/output" 2>&1 || rm -f "$root/$program"
	done
}

program_run() {
	local where=$1 program=$2
	shift 2
	if [ ! -x "$program" ]; then
		test_failed "$where: does not build" "$work/build.log"
		return
	fi
	results_run "$where" "$program" "$@"
}

kind_unit() {
	local -a files
	local file name
	mapfile -t files < <(files_named 'tests/unit/*_test.c' "$1")
	[ ${#files[@]} -gt 0 ] || return 0
	programs_build $(program_names build/asan "${files[@]}")
	for file in "${files[@]}"; do
		name=$(basename -s .c "$file")
		CMOCKA_MESSAGE_OUTPUT=TAP program_run "unit/$name" "build/asan/unit/$name"
	done
}

# A migrated database that every file gets a copy of; nothing one does is seen by another.
db_template_make() {
	psql_as postgres postgres -c 'create database db_template template template0 owner tilskudd_owner' &&
		TILSKUDD_DB="host=$RUN dbname=db_template" build/tilskudd migrate &&
		psql_as postgres db_template -c 'create extension pgtap'
}

psql_as() {
	local user=$1 database=$2
	shift 2
	PGOPTIONS='-c client_min_messages=warning' psql -X -q -A -t -v ON_ERROR_STOP=1 -h "$RUN" -U "$user" -d "$database" "$@"
}

db_file_run() {
	local file=$1 name=$2
	psql_as postgres postgres -c 'drop database if exists db_test' -c 'create database db_test template db_template' || return 1
	if [[ $file == *.sql ]]; then
		results_run "db/$name" psql -X -q -A -t -v ON_ERROR_STOP=1 -h "$RUN" -U postgres -d db_test \
			-c 'begin' -f "$file" -c 'rollback'
	else
		TILSKUDD_DB="host=$RUN dbname=db_test" TILSKUDD_MODE=test CMOCKA_MESSAGE_OUTPUT=TAP \
			program_run "db/$name" "build/asan/db/$name"
	fi
}

# The commands under the sanitizers, on a county's worth of data: what they leak or overrun makes them fail.
db_commands_run() {
	local command
	psql_as postgres postgres -c 'drop database if exists db_test' -c 'create database db_test template db_template' || return 1
	while read -r command; do
		# shellcheck disable=SC2086  # a line is a command with its words
		if TILSKUDD_DB="host=$RUN dbname=db_test" TILSKUDD_MODE=test ASAN_OPTIONS=detect_leaks=1 \
			build/asan/tilskudd $command >"$work/command.log" 2>&1; then
			test_passed "db/commands: ${command%% [-c]*}"
		else
			test_failed "db/commands: ${command%% [-c]*}" "$work/command.log"
		fi
	done <<-END
		reference load
		scheme import $(cd "$root" && echo conf/schemes/*.xml)
		scheme list
		demo load
		scheme test $(cd "$root" && echo conf/schemes/*.xml)
		scheme diff in-kulturaktivitet-barn-ungdom conf/schemes/in-utviklingsprosjekt-kunst-kultur.xml
		scheme simulate conf/schemes/in-kulturaktivitet-barn-ungdom.xml --against 2025-2027
		scheme show --history in-kulturaktivitet-barn-ungdom
		report evaluation --scheme in-kulturaktivitet-barn-ungdom --year 2025 -o $work/evaluation.pdf
	END
}

kind_db() {
	local -a files
	local file commands=''
	mapfile -t files < <(files_named 'tests/db/*.test.sql tests/db/*_test.c' "$1")
	[[ commands != *"$1"* ]] || commands=build/asan/tilskudd
	[ ${#files[@]} -gt 0 ] || [ -n "$commands" ] || return 0
	programs_build build/tilskudd $commands $(program_names build/asan "${files[@]}")
	stack_start database || return 0
	if ! db_template_make >"$work/template.log" 2>&1; then
		test_failed "db: a new database can be migrated" "$work/template.log"
		return 0
	fi
	test_passed "db: a new database can be migrated"
	for file in "${files[@]}"; do
		db_file_run "$file" "$(basename "${file%.c}" .test.sql)"
	done
	[ -z "$commands" ] || db_commands_run
}

# Node's test files, against one server they share.
node_tests() {
	local kind=$1 name=$2 file
	local -a files
	mapfile -t files < <(files_named "tests/$kind/*.test.mjs" "$name")
	[ ${#files[@]} -gt 0 ] || return 0
	stack_start everything || return 0
	for file in "${files[@]}"; do
		results_run "$kind/$(basename -s .test.mjs "$file")" \
			node --test-reporter="$root/tests/lib/reporter.mjs" --test-reporter-destination=stdout "$file"
	done
}

kind_http() {
	node_tests http "$1"
}

kind_browser() {
	CHROMIUM=${CHROMIUM:-/usr/bin/chromium} node_tests browser "$1"
}

kind_pdf() {
	node_tests pdf "$1"
}

kind_lint() {
	local file
	for file in $(files_named 'tests/lint/*.sh tests/lint/*.mjs' "$1"); do
		if [[ $file == *.mjs ]]; then
			results_run "lint/$(basename -s .mjs "$file")" node "$file"
		else
			results_run "lint/$(basename -s .sh "$file")" bash "$file"
		fi
	done
}

# Eight seconds each, from the seeds in corpus/<name>; longer by hand: build/fuzz/<name>_fuzz -max_total_time=3600 DIR.
kind_fuzz() {
	local -a files
	local file name
	mapfile -t files < <(files_named 'tests/fuzz/*_fuzz.c' "$1")
	[ ${#files[@]} -gt 0 ] || return 0
	programs_build $(program_names build "${files[@]}")
	for file in "${files[@]}"; do
		name=$(basename -s .c "$file")
		fuzz_run "$name" "tests/fuzz/corpus/${name%_fuzz}"
	done
}

# What the last run says of itself: how much of the program its inputs reached, how much memory it took at most, how many
# a grammar made, and what they left allocated.
fuzz_about() {
	local reached all
	reached=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$work/output" | tail -n 1)
	all=$(sed -n 's/^INFO: Loaded .* (\([0-9]*\) inline.*/\1/p' "$work/output" | head -n 1)
	printf '; %s of %s branches reached; ' "$reached" "$all"
	sed -n 's/^stat::peak_rss_mb: *\(.*\)/\1 MB at most/p' "$work/output" | tr -d '\n'
	sed -n 's/^grammar-made: /; made by a grammar: /p; s/^memory kept: /; memory kept: /p' "$work/output" | tr -d '\n'
}

# At least half of the inputs of a fuzzer with a grammar come from it.
fuzz_half() {
	sed -n 's/^grammar-made: \([0-9]*\) of \([0-9]*\) .*/\1 \2/p' "$work/output" | {
		read -r made all || return 0
		[ $((made * 2)) -ge "$all" ]
	}
}

fuzz_run() {
	local name=$1 seeds=$2 code=0
	if [ ! -x "build/fuzz/$name" ]; then
		test_failed "fuzz/$name: does not build" "$work/build.log"
		return
	fi
	mkdir -p "$work/found"
	rm -rf "${work:?}/found/"*
	[ -d "$seeds" ] || seeds=
	timeout -k 5 120 "build/fuzz/$name" -max_total_time="${FUZZ_SECONDS:-8}" -timeout=5 -rss_limit_mb=1024 \
		-print_final_stats=1 -artifact_prefix="build/fuzz/" "$work/found" ${seeds:+"$seeds"} >"$work/output" 2>&1 || code=$?
	if [ "$code" = 0 ] && ! fuzz_half; then
		test_failed "fuzz/$name: less than half of the inputs were made by the grammar" "$work/output"
	elif [ "$code" = 0 ]; then
		test_passed "fuzz/$name: $(sed -n 's/.*number_of_executed_units: *//p' "$work/output") inputs, none broke it$(fuzz_about)"
	else
		test_failed "fuzz/$name: broke on an input, kept in build/fuzz/" "$work/output"
	fi
}
