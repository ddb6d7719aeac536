/** `momiji dags ...` */
import type { Register } from "../context.ts";
import { registerDelete } from "./dags/delete.ts";
import { registerDagExplain } from "./dags/explain.ts";
import { registerDagDetails } from "./dags/details.ts";
import { registerList } from "./dags/list.ts";
import { registerListImportErrors } from "./dags/list-import-errors.ts";
import { registerListRuns } from "./dags/list-runs.ts";
import { registerNextExecution } from "./dags/next-execution.ts";
import { registerSwitches } from "./dags/pause.ts";
import { registerPreflight } from "./dags/preflight.ts";
import { registerRunActs } from "./dags/run-acts.ts";
import { registerReserialize } from "./dags/reserialize.ts";
import { registerShow } from "./dags/show.ts";
import { registerTest } from "./dags/test.ts";
import { registerTrigger } from "./dags/trigger.ts";

export const registerDags: Register = (parent, context) => {
  const dags = parent.command("dags").description("list, look at, switch, trigger and try DAGs");
  const all = [
    registerList,
    registerDagDetails,
    registerShow,
    registerNextExecution,
    registerDagExplain,
    registerPreflight,
    registerListRuns,
    registerListImportErrors,
    registerSwitches,
    registerTrigger,
    registerRunActs,
    registerDelete,
    registerTest,
    registerReserialize,
  ];
  for (const register of all) register(dags, context);
};
