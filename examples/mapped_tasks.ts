/**
 * Dynamic task mapping: how many instances a task has is known when the run is there. Lists what to load, loads each part by
 * itself, and sums up.
 */
import { concat, dag, SkipTask, zip } from "momiji";
import { bash } from "momiji/operators";

export default dag({ id: "mapped_tasks", schedule: null, catchup: false, tags: ["example"] }, ({ task, group }) => {
  const files = task("files", () => ["customers.csv", "orders.csv", "readme.txt"]);

  // One instance for each combination: 3 files x 2 parts.
  const sizes = task.map(
    "sizes",
    { over: { file: files, part: [1, 2] }, mapIndexTemplate: "{{ inputs.file }}, part {{ inputs.part }}" },
    ({ file, part }) => file.length * part,
  );
  task("total", { sizes }, ({ sizes }) => sizes.reduce((sum, size) => sum + size, 0));

  // Functions run where the instance runs; one that throws SkipTask skips its own instance only.
  const tables = files.map((file) => {
    if (!file.endsWith(".csv")) throw new SkipTask(`${file} is no table`);
    return file.replace(".csv", "");
  });
  const loads = group.map("load", { table: tables }, ({ table }) => {
    const rows = task("read", { table }, ({ table }) => [`first row of ${table}`, `second row of ${table}`]);
    return { count: task("count", { rows }, ({ rows }) => rows.length) };
  });
  task("rows", { inputs: { counts: loads.outputs.count }, triggerRule: "none_failed" }, ({ counts }) => counts);

  // Operators are mapped over their params; templates are rendered for each instance.
  const greetings = zip(["hello", "good bye"], concat(["world"], ["moon"])).map(([word, whom]) => ({
    WORD: word,
    WHOM: whom,
  }));
  bash.map("greet", { env: greetings }, { command: 'echo "$WORD, $WHOM: {{ run_id }}"', appendEnv: true });
});
