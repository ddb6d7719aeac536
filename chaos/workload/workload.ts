/**
 * The workload: 500 tasks in three DAGs. Chains and fans of functions and commands that hand sums along, and a mixture
 * of what takes long, fails once, waits, blocks, or does not want to end. What each task must come to is known
 * beforehand.
 */
import { dag, type Output } from "momiji";
import { bash, empty } from "momiji/operators";
import { BASH_STEP } from "./bash-step.ts";
import { runStep, type Step, sumOf } from "./function-step.ts";
import { Trace } from "./trace.ts";

/** What a task must leave behind. */
export interface Expected {
  readonly lane: "function" | "process" | "empty" | "sensor";
  /** Null: it has no return value. */
  readonly value: number | null;
  readonly lines: number;
  readonly fails: boolean;
}

interface Placed {
  readonly output: Output<number | string>;
  readonly value: number;
}

interface BashStep extends Step {
  readonly isStubborn?: boolean;
}

type TaskBuilder = Parameters<Parameters<typeof dag>[1]>[0];

/** Places tasks and notes what they must come to. */
class Plan {
  readonly tasks = new Map<string, Expected>();
  readonly builder: TaskBuilder;
  #placed = 0;

  constructor(builder: TaskBuilder) {
    this.builder = builder;
  }

  call(id: string, inputs: readonly Placed[], extra: Partial<Step> = {}): Placed {
    const step: Step = { ...this.#next(), ...extra };
    const named = Object.fromEntries(inputs.map(({ output }, index) => [`input${index}`, output]));
    const output = this.builder.task(id, { inputs: named }, (values, ctx) =>
      runStep(step, ctx, Object.values(values).map(Number)),
    );
    return { output, value: this.#note({ id, lane: "function" }, step, inputs) };
  }

  command(id: string, inputs: readonly Placed[], extra: Partial<BashStep> = {}): Placed {
    const step: BashStep = { ...this.#next(), ...extra };
    const pulls = inputs.map(({ output }) => `{{ ti.xcom_pull(task_ids="${output.taskId}") }}`);
    const output = bash(id, {
      command: BASH_STEP,
      appendEnv: true,
      env: {
        OWN: String(step.own),
        LINES: String(step.lines),
        INPUTS: pulls.join(" "),
        SLOW: step.isSlow === true ? "1" : "",
        FAILS: step.fails === true ? "1" : "",
        STUBBORN: step.isStubborn === true ? "1" : "",
      },
    });
    output.after(...inputs.map((input) => input.output));
    return { output, value: this.#note({ id, lane: "process" }, step, inputs) };
  }

  /** Waits for the second question. */
  sensor(id: string, after: Output<unknown>): Output<unknown> {
    const output = this.builder.sensor(id, {
      pokeInterval: { milliseconds: 100 },
      poke: (ctx) => !new Trace(ctx).isFirst("asked"),
    });
    output.after(after);
    this.tasks.set(id, { lane: "sensor", value: null, lines: 0, fails: false });
    return output;
  }

  empty(id: string): Output<unknown> {
    this.tasks.set(id, { lane: "empty", value: null, lines: 0, fails: false });
    return empty(id);
  }

  #next(): Step {
    const number = ++this.#placed;
    return { own: number * 7, lines: number % 40 === 0 ? 300 : 3 + (number % 6) };
  }

  #note({ id, lane }: { id: string; lane: Expected["lane"] }, step: Step, inputs: readonly Placed[]): number {
    const value = sumOf(
      step.own,
      inputs.map((input) => input.value),
    );
    this.tasks.set(id, { lane, value, lines: step.lines, fails: step.fails === true });
    return value;
  }
}

const RETRIES = { retries: 1, retryDelay: { milliseconds: 100 } };

/** By DAG and task. */
export const expected = new Map<string, ReadonlyMap<string, Expected>>();

function planned(id: string, place: (plan: Plan) => void) {
  return dag({ id, isPausedUponCreation: false, defaults: RETRIES }, (builder) => {
    const plan = new Plan(builder);
    place(plan);
    expected.set(id, plan.tasks);
  });
}

/** 10 chains of 20, functions and commands in turn. */
export const chains = planned("chains", (plan) => {
  for (let chain = 0; chain < 10; chain++) {
    let last: Placed[] = [];
    for (let link = 0; link < 20; link++) {
      const id = `chain${chain}_link${link}`;
      last = [(chain + link) % 2 === 0 ? plan.call(id, last) : plan.command(id, last)];
    }
  }
});

/** 3 fans: one, then 48 side by side, then one again. */
export const fans = planned("fans", (plan) => {
  for (let fan = 0; fan < 3; fan++) {
    const root = [plan.call(`fan${fan}_root`, [])];
    const blades = Array.from({ length: 48 }, (_, index) => {
      const id = `fan${fan}_blade${index}`;
      return index % 2 === 0 ? plan.call(id, root) : plan.command(id, root);
    });
    plan.call(`fan${fan}_sum`, blades);
  }
});

/** 25 rows of 6. */
export const mixture = planned("mixture", (plan) => {
  for (let row = 0; row < 25; row++) {
    const ready = plan.sensor(`row${row}_ready`, plan.empty(`row${row}_start`));
    const flaky = plan.call(`row${row}_flaky_function`, [], { fails: true });
    flaky.output.after(ready);
    const again = plan.command(`row${row}_flaky_command`, [flaky], { fails: true });
    const slow = plan.command(`row${row}_slow_command`, [again], {
      isSlow: true,
      isStubborn: row % 2 === 0,
    });
    plan.call(`row${row}_slow_function`, [slow], { isSlow: true, isBlocking: row % 2 === 1 });
  }
});

export const workload = { chains, fans, mixture };
