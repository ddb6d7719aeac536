/**
 * A container of the Docker engine on the worker's machine (`DOCKER_HOST` says another). What it writes into a file is the
 * output of the task; a follower runs only if a container fails.
 */
import { dockerRun } from "@momiji/docker";
import { dag } from "momiji";

export default dag({ id: "docker_job", tags: ["example"] }, ({ task }) => {
  const counted = dockerRun("count", {
    image: "busybox:1",
    command: ["sh", "-c", 'seq 1 5; echo "{\\"rows\\": 5, \\"run\\": \\"$RUN_ID\\"}" > /tmp/result.json'],
    env: { RUN_ID: "{{ run_id }}" },
    memory: "64m",
    returnValue: { file: "/tmp/result.json" },
    autoRemove: "success",
  });
  task("report", { counted }, ({ counted }, { log }) => log.info(`counted: ${JSON.stringify(counted)}`));
  const failing = dockerRun("fail", { image: "busybox:1", command: ["sh", "-c", "exit 1"], autoRemove: "always" });
  const alarm = task("alarm", { triggerRule: "one_failed" }, ({ log }) => log.warning("a container has failed"));
  failing.before(alarm);
});
