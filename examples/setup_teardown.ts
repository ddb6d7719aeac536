/**
 * Something is made before the work and cleared away after it, whatever became of the work: a setup, a teardown, and a scope
 * for what lies between. The folder is gone in the end, although `check` fails at its first attempt.
 */
import { dag, RetryAfter } from "momiji";
import { bash } from "momiji/operators";

export default dag({ id: "setup_teardown", tags: ["example"] }, ({ task, scope }) => {
  const setup = bash("make_folder", { command: "mktemp -d" });
  const teardown = bash("remove_folder", {
    command: 'rm -rf "$FOLDER" && echo "removed $FOLDER"',
    env: { FOLDER: "{{ ti.xcom_pull(task_ids='make_folder') }}" },
    appendEnv: true,
  });

  scope({ setup, teardown }, () => {
    const write = bash("write", {
      command: 'date > "$FOLDER/now.txt"; cat "$FOLDER/now.txt"',
      env: { FOLDER: "{{ ti.xcom_pull(task_ids='make_folder') }}" },
      appendEnv: true,
    });
    const check = task("check", { retries: 2 }, ({ tryNumber, log }) => {
      if (tryNumber === 1) throw new RetryAfter({ seconds: 1 }, "not there yet");
      log.info("it is there");
    });
    write.before(check);
  });
});
