/**
 * Who is told of what: functions and notifiers, of tasks and of the run, and a deadline. `momiji callbacks list` shows what
 * became of them, `momiji callbacks logs ID` what they said.
 */
import { type CallbackContext, dag, deadlineReference } from "momiji";
import { commandNotifier } from "momiji/notifiers";

const note = ({ log, event, taskId, reason }: CallbackContext) => log.info(`${event} of ${taskId}: ${reason}`);

export default dag(
  {
    id: "callbacks",
    tags: ["example"],
    onSuccess: commandNotifier({ command: 'echo "the run of $MOMIJI_DAG_ID ended: $MOMIJI_CALLBACK_REASON"' }),
    onFailure: note,
    deadline: {
      name: "within the hour",
      reference: deadlineReference.dagrunQueuedAt,
      interval: { hours: 1 },
      callback: note,
    },
  },
  ({ task }) => {
    const retry = { retries: 1, retryDelay: { seconds: 1 } };
    task("flaky", { ...retry, onRetry: note, onSuccess: note, onFailure: note }, ({ tryNumber }) => {
      if (tryNumber === 1) throw new Error("not at the first attempt");
      return tryNumber;
    });
  },
);
