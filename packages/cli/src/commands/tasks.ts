/** `momiji tasks ...` */
import type { Register } from "../context.ts";
import { registerTaskClear } from "./tasks/clear.ts";
import { registerTaskExplain } from "./tasks/explain.ts";
import { registerTaskList } from "./tasks/list.ts";
import { registerLogs } from "./tasks/logs.ts";
import { registerRequiredActions } from "./tasks/required-actions.ts";
import { registerRespond } from "./tasks/respond.ts";
import { registerTaskSetState } from "./tasks/set-state.ts";
import { registerStates } from "./tasks/states-for-dag-run.ts";
import { registerTaskTest } from "./tasks/test.ts";
import { registerXCom } from "./tasks/xcom.ts";

export const registerTasks: Register = (parent, context) => {
  const tasks = parent.command("tasks").description("list and try tasks, look at their instances and logs");
  const all = [
    registerTaskList,
    registerStates,
    registerTaskExplain,
    registerXCom,
    registerLogs,
    registerTaskClear,
    registerTaskSetState,
    registerRequiredActions,
    registerRespond,
    registerTaskTest,
  ];
  for (const register of all) register(tasks, context);
};
