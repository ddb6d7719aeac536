/** Loads one DAG file for a command that needs no server: into a bundle folder that goes with the process. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadDagFile } from "@momiji/dags";
import type { PublishFile } from "@momiji/store";
import type { CommandContext } from "../context.ts";

export async function loadForCommand(context: CommandContext, path: string): Promise<PublishFile> {
  const { config } = await context.config();
  const bundleDir = mkdtempSync(join(tmpdir(), "momiji-"));
  process.once("exit", () => rmSync(bundleDir, { recursive: true, force: true }));
  return loadDagFile(path, {
    bundleDir,
    evaluateTimeoutMillis: config.dags.evaluateTimeoutSeconds * 1000,
    memoryLimitMiB: config.dags.memoryLimitMiB,
  });
}
