# Sourced: what passed, what failed.

passed=0 failed=0 skipped=0
complaints=()

# A check that is no test in itself (format, lints, a build): it counts only when it fails.
check() {
    step "$@" || complain "$1"
}

complain() {
    complaints+=("$1")
    failed=$((failed + 1))
}

# number_before WORD TEXT: the number that stands before that word, 0 when none does
number_before() {
    local number
    number=$(printf '%s\n' "$2" | grep -oE "[0-9]+ $1" | head -n 1 | cut -d' ' -f1)
    echo "${number:-0}"
}

# count_cargo_test LOG: sums the results of all test binaries
count_cargo_test() {
    local line
    while read -r line; do
        passed=$((passed + $(number_before passed "$line")))
        failed=$((failed + $(number_before failed "$line")))
        skipped=$((skipped + $(number_before ignored "$line")))
    done < <(grep '^test result:' "$1" || true)
}

# count_nextest LOG: its one line, as in "Summary [   0.1s] 12 tests run: 11 passed (1 slow), 1 failed, 2 skipped"
count_nextest() {
    local line
    line=$(sed 's/\x1b\[[0-9;]*m//g' "$1" | grep -E 'Summary \[.*tests? run:' | tail -n 1)
    passed=$((passed + $(number_before passed "$line")))
    failed=$((failed + $(number_before failed "$line") + $(number_before 'exec failed' "$line") + $(number_before 'timed out' "$line")))
    skipped=$((skipped + $(number_before skipped "$line")))
}

# count_playwright REPORT.json
count_playwright() {
    local numbers
    numbers=$(node -e '
        const { stats } = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
        console.log(stats.expected + stats.flaky, stats.unexpected, stats.skipped);
    ' "$1") || return 1
    tell_second_tries "$1"
    read -r -a numbers <<<"$numbers"
    passed=$((passed + numbers[0]))
    failed=$((failed + numbers[1]))
    skipped=$((skipped + numbers[2]))
}

# Which tests failed at first, and why: a browser that hung is none of our mistakes, but something that now and then fails
# may be one.
tell_second_tries() {
    node -e '
        const report = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
        const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
        for (const spec of report.suites.flatMap(specs)) {
            for (const test of spec.tests.filter((test) => test.status === "flaky")) {
                const said = test.results[0].error?.message ?? test.results[0].status;
                const why = said.replace(/\x1b\[[0-9;]*m/g, "").split("\n")[0];
                console.log(`passed at the second try: ${spec.file}, ${spec.title} (${test.projectName}): ${why}`);
            }
        }
    ' "$1"
}

# The closing lines; fails when anything failed.
summary() {
    local name
    for name in "${complaints[@]}"; do say "failed: $name"; done
    if [ "$skipped" -gt 0 ]; then
        say "$passed passed, $failed failed, $skipped skipped"
    else
        say "$passed passed, $failed failed"
    fi
    [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
}
