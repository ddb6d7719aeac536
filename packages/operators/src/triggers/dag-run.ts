/** Waits for a run of a DAG to end (Airflow's `DagStateTrigger`). */
import type { RunState } from "@momiji/core";
import type { SensorDefinition } from "@momiji/sdk";

export type DagRunParams = {
  readonly dagId: string;
  readonly runId: string;
  readonly allowedStates?: readonly RunState[];
  readonly failedStates?: readonly RunState[];
};

/** Asked as a sensor is; a run that is not there yet is waited for. */
export const dagRunOperator: SensorDefinition<DagRunParams> = {
  name: "dagRun",
  templateFields: ["dagId", "runId"],
  async poke(ctx, { dagId, runId, allowedStates = ["success"], failedStates = ["failed"] }) {
    const state = await ctx.runs.state(dagId, runId);
    if (state !== null && failedStates.includes(state)) throw new Error(`run ${runId} of DAG ${dagId} is ${state}`);
    return state !== null && allowedStates.includes(state) ? { done: true, value: state } : { done: false };
  },
};
