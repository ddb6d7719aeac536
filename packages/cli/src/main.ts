/** The `momiji` command. Errors that a person can mend are printed with what to do; their exit codes are documented. */
import { CommanderError } from "commander";
import { createContext } from "./context.ts";
import { CliError } from "./errors.ts";
import { createProgram } from "./program.ts";

const context = createContext({
  cwd: process.cwd(),
  env: process.env,
  print: (text) => void process.stdout.write(text),
  warn: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY,
});

/** Whoever reads has seen enough (`| head`): there is nobody to say more to. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

async function main(argv: readonly string[]): Promise<number> {
  try {
    await createProgram(context).parseAsync(argv);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    context.warn(`momiji: ${wordsOf(error)}\n`);
    return error instanceof CliError ? error.exitCode : 1;
  }
}

/** Errors with a code say what to do; anything else is a fault of ours and shows where it came from. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { remedy } = error as { remedy?: string };
  if (remedy === undefined) return error.stack ?? error.message;
  return error.message.includes(remedy) ? error.message : `${error.message}\n  ${remedy}`;
}

process.exitCode = await main(process.argv);
