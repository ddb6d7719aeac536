/** Runs the functions of DAG bundles in children, and asks the sensors of bundles there. */
import type { Attempt } from "../attempt.ts";
import { cancelled } from "../outcomes.ts";
import { type EndContext, endProcesses } from "../processes/end-processes.ts";
import type { Params } from "../process-lane/command.ts";
import { type PokeReply, type SensorContext, SensorWatch } from "../sensor-watch.ts";
import type { CallResult } from "./child-protocol.ts";
import type { FunctionCall } from "./function-child.ts";
import type { FunctionPool } from "./function-pool.ts";

export interface FunctionLaneOptions {
  readonly pool: FunctionPool;
  readonly end: EndContext;
  readonly sensors: SensorContext;
}

export class FunctionLane {
  readonly #options: FunctionLaneOptions;

  constructor(options: FunctionLaneOptions) {
    this.#options = options;
  }

  run(attempt: Attempt, params: Params): void {
    if (attempt.order.task.sensor !== undefined) this.#watch(attempt, params);
    else this.#call(attempt, params);
  }

  #call(attempt: Attempt, params: Params): void {
    const call: FunctionCall = {
      attempt,
      params,
      begun: (pid) => attempt.begin(pid),
      done: (result) => {
        if (attempt.ending === null) finishWith(attempt, result);
      },
    };
    attempt.onStop((reason) => {
      void this.#stop(call, reason).then(() => attempt.finish(cancelled(reason)));
    });
    this.#options.pool.call(call);
  }

  /** Each question is a call of its own, so that no child is held in between. */
  #watch(attempt: Attempt, params: Params): void {
    let current: FunctionCall | null = null;
    const watch = new SensorWatch(attempt, this.#options.sensors, {
      poke: async () => {
        const answer = Promise.withResolvers<CallResult>();
        current = { attempt, params, begun: (pid) => watch.begin(pid), done: answer.resolve };
        this.#options.pool.call(current);
        const result = await answer.promise;
        current = null;
        attempt.pushXComs(result.xcoms ?? []);
        return replyOf(result);
      },
      stop: async (reason) => {
        if (current !== null) await this.#stop(current, reason);
      },
    });
    watch.start();
  }

  /** The signal first; the child itself does not end by SIGTERM, so it is ended once the function has come to its end. */
  async #stop(call: FunctionCall, reason: string): Promise<void> {
    const { pool, end } = this.#options;
    const child = await pool.reach(call);
    if (child === null) return;
    child.abort(reason);
    child.onceDone(() => child.kill());
    await endProcesses({ attemptId: call.attempt.id, group: child.pid ?? null }, end);
  }
}

function finishWith(attempt: Attempt, result: CallResult): void {
  const reply = replyOf(result);
  if ("outcome" in reply) attempt.finish(reply.outcome, result.xcoms);
  else attempt.finish({ kind: "success" }, result.xcoms);
}

function replyOf(result: CallResult): PokeReply {
  return "poke" in result ? { poke: result.poke } : { outcome: result.outcome };
}
