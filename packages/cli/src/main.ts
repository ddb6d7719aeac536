/** The `momiji` command. Errors that a person can mend are printed with what to do; their exit codes are documented. */
import { Command, CommanderError } from "commander";
import { registerConfig } from "./commands/config.ts";
import { registerDags } from "./commands/dags.ts";
import { registerDb } from "./commands/db.ts";
import { registerInit } from "./commands/init.ts";
import { registerStandalone } from "./commands/standalone.ts";
import { registerTasks } from "./commands/tasks.ts";
import { createContext } from "./context.ts";
import { CliError } from "./errors.ts";
import { VERSION } from "./version.ts";

async function main(argv: readonly string[]): Promise<number> {
  const context = createContext({
    cwd: process.cwd(),
    env: process.env,
    isTerminal: process.stdout.isTTY === true,
    print: (text) => void process.stdout.write(text),
    warn: (text) => void process.stderr.write(text),
  });
  const program = new Command("momiji").description("Job orchestrator with Airflow's meaning").version(VERSION, "--version");
  program.exitOverride().showHelpAfterError("(add --help for the options)");
  for (const register of [registerStandalone, registerInit, registerDags, registerTasks, registerDb, registerConfig]) register(program, context);
  program
    .command("version")
    .description("print the version")
    .action(() => context.print(`${VERSION}\n`));
  try {
    await program.parseAsync(argv);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof CliError) {
      context.warn(`momiji: ${error.message}\n  ${error.remedy}\n`);
      return error.exitCode;
    }
    const problem = (error as { code?: string }).code === undefined ? undefined : (error as { remedy?: string }).remedy;
    context.warn(`momiji: ${error instanceof Error ? (problem === undefined ? error.stack : `${error.message}\n  ${problem}`) : String(error)}\n`);
    return 1;
  }
}

process.exitCode = await main(process.argv);
