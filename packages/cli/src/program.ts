/** The commands of `momiji`, ready to be parsed or described. */
import { Command } from "commander";
import { registerCallbacks } from "./commands/callbacks.ts";
import { registerAssets } from "./commands/assets.ts";
import { registerAuth } from "./commands/auth.ts";
import { registerBackfill } from "./commands/backfill.ts";
import { registerConfig } from "./commands/config.ts";
import { registerConnections } from "./commands/connections.ts";
import { registerDags } from "./commands/dags.ts";
import { registerDb } from "./commands/db.ts";
import { registerDeadlines } from "./commands/deadlines.ts";
import { registerEvents } from "./commands/events.ts";
import { registerInit } from "./commands/init.ts";
import { registerPools } from "./commands/pools.ts";
import { registerRoles } from "./commands/roles.ts";
import { registerRotateKeys } from "./commands/rotate-keys.ts";
import { registerStandalone } from "./commands/standalone.ts";
import { registerTasks } from "./commands/tasks.ts";
import { registerUsers } from "./commands/users.ts";
import { registerVariables } from "./commands/variables.ts";
import type { CommandContext } from "./context.ts";
import { VERSION } from "./version.ts";

export function createProgram(context: CommandContext): Command {
  const program = new Command("momiji")
    .description("Job orchestrator with Airflow's meaning")
    .version(VERSION, "--version");
  program.configureHelp({ helpWidth: 100 }).exitOverride().showHelpAfterError("(add --help for the options)");
  for (const register of [
    registerStandalone,
    registerInit,
    registerDags,
    registerTasks,
    registerBackfill,
    registerCallbacks,
    registerDeadlines,
    registerEvents,
    registerAssets,
    registerVariables,
    registerConnections,
    registerPools,
    registerAuth,
    registerUsers,
    registerRoles,
    registerDb,
    registerRotateKeys,
    registerConfig,
  ])
    register(program, context);
  program
    .command("version")
    .description("print the version")
    .action(() => context.print(`${VERSION}\n`));
  return program;
}
