/**
 * A DAG that starts when a file comes, without a task that waits for it: a watcher looks while the DAG is switched on. Try
 * it: `momiji dags unpause inbox`, then `mkdir -p /tmp/momiji && touch /tmp/momiji/new.inbox`.
 */
import { asset, dag } from "momiji";
import { fileWatcher } from "momiji/operators";

const inbox = asset({
  name: "inbox",
  watchers: [fileWatcher({ path: "/tmp/momiji/*.inbox", every: { seconds: 2 } })],
});

export default dag({ id: "inbox", schedule: inbox, tags: ["example"] }, ({ task }) => {
  task("read", (ctx) => {
    for (const { extra } of ctx.triggeringAssetEvents) ctx.log.info(`a file came: ${JSON.stringify(extra)}`);
    return ctx.triggeringAssetEvents.length;
  });
});
