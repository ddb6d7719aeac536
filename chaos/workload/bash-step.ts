/** The command of all bash tasks, driven by environment variables; `trace.ts` and `function-step.ts` for a shell. */

/** Prints `LINES` lines and, at last, the sum of `OWN` and the `INPUTS`. */
export const BASH_STEP = `
name="$MOMIJI_DAG_ID-$MOMIJI_RUN_ID-$MOMIJI_TASK_ID"
note() { printf '%s\\t%s\\t%s\\t%s\\t%s\\n' "$1" "$MOMIJI_ATTEMPT_ID" "$MOMIJI_DAG_ID" "$MOMIJI_RUN_ID" "$MOMIJI_TASK_ID" >> "$MOMIJI_CHAOS/journal"; }
[ -n "$STUBBORN" ] && trap '' TERM
running="$MOMIJI_CHAOS/running-$name"
if read -r pid ticks 2> /dev/null < "$running" && read -ra stat 2> /dev/null < "/proc/$pid/stat"; then
  [ "\${stat[2]}" != Z ] && [ "\${stat[21]}" = "$ticks" ] && note beside
fi
read -ra stat < "/proc/$$/stat"
echo "$$ \${stat[21]}" > "$running"
note begin
for ((i = 1; i <= LINES; i++)); do
  echo "line $i of $LINES"
  if ((i == LINES / 2)); then
    [ -n "$SLOW" ] && case $MOMIJI_ATTEMPT_ID in *[0-4]) sleep 4 ;; *) sleep 0.05 ;; esac
    note step
  fi
done
if [ -n "$FAILS" ] && [ ! -e "$MOMIJI_CHAOS/failed-$name" ]; then
  : > "$MOMIJI_CHAOS/failed-$name"
  status=1
fi
sum=$OWN
for value in $INPUTS; do sum=$(((sum + value) % 1000003)); done
rm -f "$running"
note end
[ -n "$status" ] && exit 1
echo "$sum"
`;
