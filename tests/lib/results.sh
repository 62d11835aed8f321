# results.sh — counts results and prints one line a test. Every kind tells them as "ok NAME" and "not ok NAME".
# shellcheck shell=bash
# shellcheck disable=SC2154  # work comes from tests/run

passed=0 failed=0
failures=()

test_passed() {
	passed=$((passed + 1))
	printf 'ok      %s\n' "$1"
}

# usage: test_failed NAME [FILE with what it said]
test_failed() {
	failed=$((failed + 1))
	failures+=("$1")
	printf 'FAILED  %s\n' "$1"
	[ -z "${2:-}" ] || tail -n 40 "$2" | sed 's/^/        | /'
}

# Reads what one test program said. A program that ends badly, or says nothing, is a failure of its own.
# usage: results_read "kind/file" OUTPUT CODE
results_read() {
	local where=$1 output=$2 code=$3 line name bad=0 any=0
	while IFS= read -r line; do
		name=$(sed -E 's/^ *(not )?ok( [0-9]+ -)? *//' <<<"$line")
		any=1
		case $line in
		*not\ ok*)
			bad=1
			test_failed "$where: $name"
			;;
		*) test_passed "$where: $name" ;;
		esac
	done < <(grep -aE '^ *(not )?ok( |$)' "$output")
	if [ "$code" != 0 ] && [ "$bad" = 0 ]; then
		test_failed "$where: ended with code $code" "$output"
	elif [ "$any" = 0 ]; then
		test_failed "$where: no test ran" "$output"
	elif [ "$bad" = 1 ]; then
		grep -avE '^ *ok( |$)' "$output" | head -n 120 | sed 's/^/        | /'
	fi
}

# Runs a program and reads what it said. Ten minutes is far more than any file needs: then it hangs.
# usage: results_run "kind/file" COMMAND...
results_run() {
	local where=$1 output code=0
	shift
	output=$work/output
	timeout -k 10 600 "$@" >"$output" 2>&1 </dev/null || code=$?
	[ "$code" != 124 ] || printf 'not ok took more than ten minutes\n' >>"$output"
	results_read "$where" "$output" "$code"
}

results_end() {
	local name
	for name in "${failures[@]}"; do
		printf 'failed: %s\n' "$name"
	done
	printf '%d passed, %d failed\n' "$passed" "$failed"
	[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
}
