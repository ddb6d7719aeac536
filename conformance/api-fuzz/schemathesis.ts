/** Runs schemathesis (PyPI) with all checks against a real server that has something to show. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { configText, EXCLUDED } from "./exclusions.ts";
import { fuzzedDocument } from "./fuzzed-document.ts";

export interface Fuzzing {
  readonly address: string;
  readonly token: string;
  /** Folder with the programs: `.ci/api-clients.sh` prints it. */
  readonly programs: string;
  readonly seconds: number;
  /** Requests for each operation at most. */
  readonly examples: number;
  /** The same requests for the same number; absent: the same each time. */
  readonly seed?: number;
}

/** What it printed, and whether everything held. */
export async function fuzz(how: Fuzzing): Promise<{ readonly holds: boolean; readonly text: string }> {
  const scratch = mkdtempSync(join(tmpdir(), "momiji-fuzz-"));
  try {
    const document = join(scratch, "openapi.json");
    writeFileSync(document, JSON.stringify(fuzzedDocument()));
    const config = join(scratch, "schemathesis.toml");
    writeFileSync(config, configText());
    const words = ["--config-file", config, "run", document, ...optionsOf(how)];
    const child = spawn(join(how.programs, "schemathesis"), words, { cwd: scratch, stdio: ["ignore", "pipe", "pipe"] });
    const parts: Buffer[] = [];
    child.stdout.on("data", (part: Buffer) => parts.push(part));
    child.stderr.on("data", (part: Buffer) => parts.push(part));
    const [code] = (await once(child, "close")) as [number | null];
    return { holds: code === 0, text: Buffer.concat(parts).toString() };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function optionsOf({ address, token, seconds, examples, seed }: Fuzzing): readonly string[] {
  const options = {
    url: address,
    header: `Authorization:Bearer ${token}`,
    "max-time": String(seconds),
    "max-examples": String(examples),
    ...(seed === undefined ? {} : { seed: String(seed), "generation-database": "none" }),
    "request-timeout": "20",
    workers: "1",
    warnings: "off",
    "suppress-health-check": "all",
  };
  return [
    ...(seed === undefined ? ["--generation-deterministic"] : []),
    "--continue-on-failure",
    "--no-color",
    ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
    ...EXCLUDED.flatMap(({ operationId }) => ["--exclude-operation-id", operationId]),
  ];
}
