/** From a DAG file to what is published of it: bundle, evaluate, explain what went wrong. Knows no store. */
import type { PublishFile } from "@momiji/store";
import { type BundleOutcome, Bundler } from "./bundling/bundler.ts";
import type { EvaluatorLimits } from "./evaluating/start-evaluator.ts";
import { EvaluatorPool } from "./evaluating/evaluator-pool.ts";
import type { DagFile } from "./folder/dag-file.ts";
import { toImportErrors } from "./import-errors/to-import-error.ts";
import type { Trouble } from "./import-errors/trouble.ts";

export interface FileLoaderOptions extends EvaluatorLimits {
  readonly bundleDir: string;
  /** How many files are evaluated at once. */
  readonly concurrency: number;
}

/** The file that holds a DAG id already; null: the id is free, and is the asking file's from now on. */
export type ClaimId = (dagId: string) => string | null;

export class FileLoader {
  readonly #bundler: Bundler;
  readonly #pool: EvaluatorPool;

  constructor({ bundleDir, concurrency, ...limits }: FileLoaderOptions) {
    this.#bundler = new Bundler(bundleDir);
    this.#pool = new EvaluatorPool(limits, concurrency);
  }

  /** Files of one folder; an outcome for each, in order. */
  bundle(files: readonly DagFile[]): Promise<BundleOutcome[]> {
    // What is bundled is evaluated next.
    this.#pool.warm();
    return this.#bundler.bundle(files);
  }

  async evaluate(outcome: BundleOutcome, claim: ClaimId): Promise<PublishFile> {
    const file = outcome.file.name;
    if (outcome.bundle === null) return { file, bundle: null, dags: [], errors: outcome.errors };
    const { bundle, entry } = outcome;
    const { specs, troubles } = await this.#pool.evaluate({ bundlePath: bundle.path, fileName: file });
    const holders = new Map(specs.map((spec) => [spec, claim(spec.dagId)]));
    const taken = specs.flatMap((spec) => takenTrouble(spec.dagId, holders.get(spec) ?? null));
    const errors = await toImportErrors([...troubles, ...taken], { bundlePath: bundle.path, entry });
    return { file, bundle, dags: specs.filter((spec) => holders.get(spec) === null), errors };
  }

  /** Everything is evaluated anew from now on. */
  renew(): void {
    this.#pool.renew();
  }

  /** Gives back the memory of child processes until they are needed again. Not to be called while files are loading. */
  async rest(): Promise<void> {
    this.#pool.rest();
    await this.#bundler.rest();
  }

  /** Ends the evaluations under way and to come: they resolve to a trouble. */
  close(): void {
    this.#pool.close();
  }
}

function takenTrouble(dagId: string, holder: string | null): Trouble[] {
  if (holder === null) return [];
  const message = `The DAG id "${dagId}" is already defined in ${holder}: rename one of the two; until then the one there is used`;
  return [{ message, near: [dagId] }];
}
