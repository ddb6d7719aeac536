/**
 * What a bundle says beside its DAGs while it is evaluated: its triggers, the functions that deferred tasks go on with,
 * and its operators of outside jobs.
 * Whoever loads several bundles loads one at a time, so that what is said belongs to it.
 */
import { DagDefinitionError } from "./definition-error.ts";
import type { AnyJobOperator } from "./job-operator.ts";
import type { AnyResume, TriggerDefinition } from "./trigger-definition.ts";

export interface BundleParts {
  readonly triggers: ReadonlyMap<string, TriggerDefinition>;
  readonly resumes: ReadonlyMap<string, AnyResume>;
  readonly jobs: ReadonlyMap<string, AnyJobOperator>;
}

interface Collecting {
  readonly triggers: Map<string, TriggerDefinition>;
  readonly resumes: Map<string, AnyResume>;
  readonly jobs: Map<string, AnyJobOperator>;
}

const DEFINED_BY: { readonly [Kind in keyof Collecting]: string } = {
  triggers: "defineTrigger",
  resumes: "defineResume",
  jobs: "defineJobOperator",
};

let collecting: Collecting | null = null;

/** Notes it for the bundle that is being evaluated; outside of one (in a test of a DAG) nobody needs it. */
export function collect<Kind extends keyof Collecting>(
  kind: Kind,
  name: string,
  part: Collecting[Kind] extends Map<string, infer Part> ? Part : never,
): void {
  const parts = collecting?.[kind] as Map<string, typeof part> | undefined;
  if (parts?.has(name) === true) {
    throw new DagDefinitionError(
      `${DEFINED_BY[kind]}(${JSON.stringify(name)})`,
      "the file has two of this name; rename one",
    );
  }
  parts?.set(name, part);
}

/** Evaluates a bundle by `load`, and gives what it said meanwhile beside what `load` gives. */
export async function collectParts<T>(load: () => Promise<T>): Promise<{ loaded: T; parts: BundleParts }> {
  const parts: Collecting = { triggers: new Map(), resumes: new Map(), jobs: new Map() };
  collecting = parts;
  try {
    return { loaded: await load(), parts };
  } finally {
    // Of one that was given up for another, nothing is wanted any more.
    if (collecting === parts) collecting = null;
  }
}
