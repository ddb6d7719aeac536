import { dirname } from "node:path";
import type { DagSpec } from "@momiji/core";
import { loadBundle } from "@momiji/sdk/bundle";
import type { Trouble } from "../import-errors/trouble.ts";
import { runAuthorCode } from "./author-code.ts";
import type { Evaluation, EvaluationJob } from "./evaluation.ts";
import { troublesOf } from "./spec-troubles.ts";

/** Imports a bundle and gives the specs of its DAGs. Never rejects; may never resolve. */
export async function evaluateBundle(job: EvaluationJob): Promise<Evaluation> {
  const outcome = await runAuthorCode(
    () => loadBundle(job.bundlePath),
    (stack) => stack.includes(job.bundlePath) || !stack.includes(dirname(job.bundlePath)),
  );
  if ("trouble" in outcome) return { specs: [], troubles: [outcome.trouble] };
  const specs: DagSpec[] = [];
  const troubles: Trouble[] = [];
  for (const { dag, exportName } of outcome.value.dags) {
    const result = specOf(() => dag.toSpec({ file: job.fileName, exportName }), dag.dagId);
    if ("trouble" in result) troubles.push(result.trouble);
    else if (specs.some(({ dagId }) => dagId === result.spec.dagId)) troubles.push(duplicate(result.spec.dagId));
    else {
      const found = troublesOf(result.spec);
      troubles.push(...found);
      if (found.length === 0) specs.push(result.spec);
    }
  }
  return { specs, troubles };
}

function specOf(make: () => DagSpec, dagId: string): { spec: DagSpec } | { trouble: Trouble } {
  try {
    return { spec: make() };
  } catch (error) {
    const { message, stack } = error as Error;
    return {
      trouble: { message: `DAG "${dagId}": ${message}`, near: [dagId], ...(stack === undefined ? {} : { stack }) },
    };
  }
}

function duplicate(dagId: string): Trouble {
  return {
    message: `The DAG id "${dagId}" is defined twice in this file: rename one of the two; until then the first one is used`,
    near: [dagId, dagId],
  };
}
