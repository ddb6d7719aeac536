/** Passwords come from standard input: a command line shows what is given to everybody on the machine. */
import type { CommandContext } from "./context.ts";
import { CliError } from "./errors.ts";

/** A line of standard input. @throws CliError `usage` with what else there is, if there is none */
export async function readPassword({ warn }: Pick<CommandContext, "warn">, instead: string): Promise<string> {
  warn("Password: ");
  const { createInterface } = await import("node:readline/promises");
  const input = createInterface({ input: process.stdin });
  for await (const line of input) return line;
  throw new CliError("usage", `no password was given: use ${instead}, or standard input`);
}
