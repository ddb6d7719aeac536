import { realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { PublishFile } from "@momiji/store";
import { DEFAULT_LIMITS } from "./defaults.ts";
import type { EvaluatorLimits } from "./evaluating/start-evaluator.ts";
import { FileLoader } from "./file-loader.ts";

export interface LoadDagFileOptions extends Partial<EvaluatorLimits> {
  /** Where the bundle is written, and stays. */
  readonly bundleDir: string;
}

/**
 * Loads one DAG file by itself and publishes nothing: its DAGs, and what is wrong with it. The file's name in there is
 * its base name.
 */
export async function loadDagFile(path: string, options: LoadDagFileOptions): Promise<PublishFile> {
  const loader = new FileLoader({ ...DEFAULT_LIMITS, ...options, concurrency: 1 });
  const folder = await realpath(dirname(path));
  const name = basename(path);
  try {
    const [outcome] = await loader.bundle([{ name, folder, path: join(folder, name) }]);
    if (outcome === undefined) throw new Error(`No outcome for ${path}`);
    return await loader.evaluate(outcome, () => null);
  } finally {
    loader.close();
    await loader.rest();
  }
}
