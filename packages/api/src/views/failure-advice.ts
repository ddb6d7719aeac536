/** What somebody can do about a failure, by its code: a sentence, and the page of the documentation that has more. */

export interface Advice {
  readonly code: string;
  /** What its operator said of this one, that a page has the code, or what holds for every failure with it. */
  readonly kind: "said" | "guide" | "general";
  readonly text: string;
  /** Below `docs/`. */
  readonly href: string;
}

interface Failed {
  readonly code: string;
  /** Of its task. */
  readonly operator: string | null;
  readonly isJob: boolean;
  readonly detail: string | null;
}

const RETRIES = "concepts/retries.md";
const SENSORS = "concepts/sensors-and-deferral.md";
const JOBS = "concepts/outside-jobs.md";

const BY_CODE: { readonly [code: string]: readonly [text: string, href: string] } = {
  exit_code: [
    "Its last lines on stderr usually say why; run the command by hand with the same values.",
    "guides/bash.md",
  ],
  signal: [
    "Something ended it from outside: often the machine's memory, or a stop that took too long.",
    "guides/bash.md",
  ],
  memory: ["Raise `memoryLimitMiB` of the task, or let it need less at once.", "concepts/tasks-and-groups.md"],
  timeout: ["Raise `executionTimeout` of the task, or look in the log what it waited for.", RETRIES],
  exception: ["Look at the first line of the stack that is in your own file.", RETRIES],
  template: ["A template could not be rendered: look at the name that the message says.", "guides/dags.md"],
  params: ["Look at the parameters of the task as they were rendered.", "guides/dags.md"],
  xcom: [
    "What the task returns must be JSON, and small: write what is large elsewhere, and return where.",
    "guides/dags.md",
  ],
  sensor_timeout: [
    "What it waits for has not come within its `timeout`: raise that, or look at what should come.",
    SENSORS,
  ],
  deferral_timeout: ["What it waits for has not come in time: raise the limit, or look at what should come.", SENSORS],
  trigger_died: ["The trigger's process ended: its last words are in the log.", SENSORS],
  trigger_blocked: ["The trigger computed without a break: it must wait, not work.", SENSORS],
  bundle: ["The DAG file could not be loaded by the worker: look at its import errors.", "guides/dags.md"],
  child_died: ["The function's process ended by itself: look for `process.exit` and for native code.", RETRIES],
  spawn: [
    "The command could not be started on the worker: look whether its program and folder are there.",
    "guides/bash.md",
  ],
  operator: ["The worker lacks the operator: install its package there, in the same version.", JOBS],
  job_host_died: ["The process that follows jobs ended; the job itself is found again by the next attempt.", JOBS],
  job_gone: ["Somebody has removed the job: look who did it, then clear the task.", JOBS],
  mapping: ["What it is mapped over is no list, or too long.", "concepts/dynamic-task-mapping.md"],
  input_timeout: ["Nobody has answered in time: name more people, or set a default.", "concepts/human-in-the-loop.md"],
  rejected: ["A person has rejected it; clear the task to ask again.", "concepts/human-in-the-loop.md"],
  lost: ["Its worker went away: such an attempt is made again, and does not count against the retries.", RETRIES],
  cancelled: ["Somebody ended it; the event log says who.", "concepts/runs-and-clearing.md"],
  upstream_failed: ["Mend and clear what failed before it, with what comes after.", "concepts/runs-and-clearing.md"],
};

/** Where the failures of jobs outside stand, by how operators are called. */
const JOB_PAGES: readonly (readonly [operator: RegExp, page: string])[] = [
  [/docker/i, "guides/docker.md#failures"],
  [/kubernetes|pod/i, "guides/kubernetes.md#failures"],
  [/ecs/i, "guides/ecs.md#failures"],
  [/batch/i, "guides/amazon.md"],
];

/** The most special first. */
export function adviceOf({ code, operator, isJob, detail }: Failed): readonly Advice[] {
  const page = isJob ? JOB_PAGES.find(([pattern]) => pattern.test(operator ?? ""))?.[1] : undefined;
  const said = /^what to do: (.+)$/m.exec(detail ?? "")?.[1];
  const general = BY_CODE[code];
  return [
    ...(said === undefined ? [] : [{ code, kind: "said" as const, text: said, href: page ?? JOBS }]),
    ...(said === undefined && page !== undefined
      ? [{ code, kind: "guide" as const, text: "The guide has this code, what it means and what to do.", href: page }]
      : []),
    ...(general === undefined || (isJob && page !== undefined)
      ? []
      : [{ code, kind: "general" as const, text: general[0], href: general[1] }]),
  ];
}

/** Every page that advice may name, for the test that they are there. */
export const ADVICE_PAGES: ReadonlySet<string> = new Set([
  ...Object.values(BY_CODE).map(([, href]) => href),
  ...JOB_PAGES.map(([, href]) => href),
  JOBS,
]);
