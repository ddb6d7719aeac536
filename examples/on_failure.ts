/** A task that runs only if the one before it failed. The run ends well all the same, for it is judged by its last tasks. */
import { dag } from "momiji";
import { bash } from "momiji/operators";

export default dag({ id: "on_failure", tags: ["example"] }, () => {
  const work = bash("work", { command: "echo 'this goes wrong'; exit 1" });
  const alert = bash("alert", { command: "echo 'work of {{ run_id }} failed'", triggerRule: "one_failed" });
  work.before(alert);
});
