/** `momiji standalone`: everything in one process, until SIGTERM or SIGINT. */
import type { OptionValue } from "../config/options.ts";
import type { CommandContext, Register } from "../context.ts";
import { CliError } from "../errors.ts";
import { keepHeapLean } from "../lean-heap.ts";
import type { Standalone } from "../presets/standalone.ts";

interface Options {
  home?: string;
  dags: string[];
  port?: string;
  host?: string;
}

export const registerStandalone: Register = (parent, context) => {
  parent
    .command("standalone")
    .description("run everything in one process: store, scheduler, worker, server")
    .option("--home <dir>", "home folder (default: MOMIJI_HOME, or .momiji)")
    .option(
      "--dags <dir>",
      "folder with DAG files; may be given several times",
      (dir: string, dirs: string[]) => [...dirs, dir],
      [],
    )
    .option("--port <n>", "port of the server, 0: any free one")
    .option("--host <address>", "address that the server listens on")
    .action(async (options: Options) => {
      keepHeapLean();
      const { startStandalone } = await import("../presets/standalone.ts");
      const server = await startStandalone({
        home: context.home(options).folder,
        folders: options.dags,
        flags: flagsOf(options),
        cwd: context.cwd,
        env: context.env,
      });
      context.print(`Momiji runs at ${server.address} (home ${server.home.folder})\n`);
      void tellFirstPassword(server, context);
      void tellWhenLoaded(server, context);
      await stopSignal(context.warn);
      await server.stop();
    });
};

async function tellFirstPassword({ firstPassword }: Standalone, { print, warn }: CommandContext): Promise<void> {
  try {
    const password = await firstPassword;
    if (password !== null) print(`Sign in as admin with the password ${password} (shown this once)\n`);
  } catch (error) {
    warn(`momiji: the user admin could not be made: ${(error as Error).message}\n`);
  }
}

async function tellWhenLoaded(server: Standalone, { print, warn }: CommandContext): Promise<void> {
  try {
    await server.loaded;
    const broken = new Set((await server.importErrors()).map(({ file }) => file)).size;
    print(`${count((await server.dagIds()).length, "DAG")} loaded; \`momiji dags list\` shows them\n`);
    if (broken > 0) {
      print(`${count(broken, "file")} could not be loaded; \`momiji dags list-import-errors\` says why\n`);
    }
  } catch (error) {
    // A server that is stopped while it loads has closed its store, and has nothing to tell any more.
    if ((error as { code?: string }).code === "store_closed") return;
    warn(`momiji: the DAG files could not be read: ${(error as Error).message}\n`);
    warn("  mend that: it is tried again each second, and until then no DAG file is read\n");
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function flagsOf({ port, host }: Options): Map<string, OptionValue> {
  const flags = new Map<string, OptionValue>();
  if (host !== undefined) flags.set("server.host", host);
  if (port === undefined) return flags;
  if (!/^\d+$/.test(port)) throw new CliError("usage", `--port must be a number, not ${JSON.stringify(port)}`);
  return flags.set("server.port", port);
}

/** Resolves at the first SIGTERM or SIGINT; a second one ends the process at once. */
function stopSignal(warn: (text: string) => void): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const onSignal = (): void => {
      if (asked) process.exit(130);
      asked = true;
      warn("Stopping; running tasks get 10 s (once more to stop at once)\n");
      resolve();
    };
    process.on("SIGTERM", onSignal);
    process.on("SIGINT", onSignal);
  });
}
