import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { FileStamps } from "./folder/file-stamps.ts";

/**
 * Changes with everything outside the DAG folders that decides what becomes of a DAG file: this product (whose build may
 * change under one version), the runtime, and the settings that esbuild reads.
 */
export async function installationKey(stamps: FileStamps, settings: readonly string[]): Promise<string> {
  const { version } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  const ours = ["@momiji/core", "@momiji/sdk", "@momiji/dags"].map((name) => fileURLToPath(import.meta.resolve(name)));
  return `${version} ${process.version} ${await stamps.signature([...ours, ...settings])}`;
}
