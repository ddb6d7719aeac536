/** Standard triggers: the standard sensors, asked again and again in this process until they answer. */
import {
  type Clock,
  type Json,
  type Micros,
  MILLISECOND,
  secondsToSpan,
  type TaskQuestion,
  type TriggerSpec,
  textsIn,
} from "@momiji/core";
import type { OperatorDefinition, PokeAnswer, SensorDefinition } from "@momiji/sdk";
import type { Attempt } from "../attempt.ts";
import { LazyAbort } from "../lazy-abort.ts";
import { OutletNotes } from "../task-assets.ts";
import { taskContext } from "../task-context.ts";
import { outcomeOfThrown } from "../thrown.ts";
import type { Wake, WakeQueue } from "../wake-queue.ts";
import type { Fired } from "./fired.ts";

const DEFAULT_POLL_SECONDS = 60;

export interface PollOptions {
  readonly clock: Clock;
  readonly wakes: WakeQueue;
  readonly operators: ReadonlyMap<string, OperatorDefinition | SensorDefinition>;
  readonly ask: (attempt: Attempt, question: TaskQuestion) => Promise<Json | undefined>;
}

interface Polled {
  readonly attempt: Attempt;
  readonly sensor: SensorDefinition;
  readonly trigger: TriggerSpec;
  readonly fired: (answer: Fired) => void;
}

/** Gives how to stop. */
export function pollSensor(polled: Polled, options: PollOptions): () => void {
  const poll = new Poll(polled, options);
  void poll.ask();
  return () => poll.stop();
}

class Poll {
  readonly #polled: Polled;
  readonly #options: PollOptions;
  readonly #abort = new LazyAbort();
  #isStopped = false;
  #wake: Wake | null = null;

  constructor(polled: Polled, options: PollOptions) {
    this.#polled = polled;
    this.#options = options;
  }

  async ask(): Promise<void> {
    const { sensor, trigger, fired } = this.#polled;
    try {
      const answer = await sensor.poke(this.#context(), trigger.params);
      if (this.#isStopped) return;
      const { done, value = null } = typeof answer === "boolean" ? { done: answer } : { value: null, ...answer };
      if (done) fired({ event: value });
      else this.#askLater(answer);
    } catch (error) {
      if (!this.#isStopped) fired({ outcome: outcomeOfThrown(error) });
    }
  }

  stop(): void {
    this.#isStopped = true;
    this.#wake?.cancel();
    this.#abort.abort("the trigger is no longer waited for");
  }

  #askLater(answer: PokeAnswer): void {
    const { clock, wakes } = this.#options;
    const now = clock.now();
    const asked = typeof answer === "object" && !answer.done ? answer.askAgainAt : undefined;
    const pause = secondsToSpan(this.#polled.trigger.pollSeconds ?? DEFAULT_POLL_SECONDS);
    const at: Micros = asked === undefined ? now + pause : Math.max(Math.ceil(asked) * MILLISECOND, now);
    this.#wake = wakes.wakeAt(at, () => void this.ask());
  }

  #context(): ReturnType<typeof taskContext> {
    const { attempt } = this.#polled;
    const { attemptId, task, mapIndex, tryNumber, maxTries, run } = attempt.order;
    const { clock, ask } = this.#options;
    return taskContext(
      { attemptId, taskId: task.taskId, mapIndex, tryNumber, maxTries, run },
      {
        now: () => clock.now(),
        log: (level, message) => attempt.log.write({ at: clock.now(), level, source: "task", message }),
        maskSecret: (value) => attempt.log.hide(textsIn(value)),
        signal: () => this.#abort.signal(),
        push: (key, value) => attempt.pushXComs([{ key, value }]),
        ask: (question) => ask(attempt, question),
        outlets: new OutletNotes([], 0),
      },
    );
  }
}
