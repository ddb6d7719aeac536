/** The command as a process of its own. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test("a reader that has seen enough ends the command without a word", async () => {
  const main = fileURLToPath(new URL("./main.ts", import.meta.url));
  const child = spawn(process.execPath, [
    "--conditions=source",
    "--disable-warning=ExperimentalWarning",
    main,
    "config",
    "list",
  ]);
  child.stdout.destroy();
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, "close")]);
  expect(said).toBe("");
  expect(code).toBe(0);
});
