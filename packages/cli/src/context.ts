/** What every command gets: where it runs, where it prints, its home and its settings. */
import type { Clock } from "@momiji/core";
import type { Store } from "@momiji/store";
import type { Command } from "commander";
import { type LoadedConfig, loadConfig } from "./config/load-config.ts";
import type { OptionValue } from "./config/options.ts";
import { CliError } from "./errors.ts";
import { DEFAULT_HOME, type Home, homeAt } from "./home.ts";
import { systemClock } from "./system-clock.ts";

export interface Terminal {
  readonly cwd: string;
  readonly env: { readonly [name: string]: string | undefined };
  print(text: string): void;
  warn(text: string): void;
  /** Somebody watches: progress may be shown. Absent: nobody does. */
  readonly isTerminal?: boolean;
}

export interface CommandContext extends Terminal {
  readonly clock: Clock;
  /** Adds `--home` to a command and tells the home that was chosen. */
  home(options: { readonly home?: string }): Home;
  config(flags?: ReadonlyMap<string, OptionValue>): Promise<LoadedConfig>;
  /** The store of a home, for reading beside a running server. */
  readStore<Result>(home: Home, read: (store: Store) => Promise<Result>): Promise<Result>;
}

/** Adds one command (or a group) to the program. */
export type Register = (parent: Command, context: CommandContext) => void;

/** What is asked of a server elsewhere must not be answered from a store that happens to be here. */
function refuseElsewhere({ MOMIJI_URL: url, MOMIJI_ENV: name, MOMIJI_HOME }: Terminal["env"], home: Home): void {
  const isNamed = home.folder !== homeAt(MOMIJI_HOME ?? DEFAULT_HOME).folder;
  if (isNamed || (url === undefined && name === undefined)) return;
  const said = url === undefined ? `MOMIJI_ENV is ${name}` : `MOMIJI_URL is ${url}`;
  throw new CliError(
    "usage",
    `${said}, but this command works on a home only, on the machine of its server`,
    "run it there, name the home with --home, or unset the variable",
  );
}

export function createContext(terminal: Terminal): CommandContext {
  return {
    ...terminal,
    clock: systemClock,
    home: ({ home }) => homeAt(home ?? terminal.env.MOMIJI_HOME ?? DEFAULT_HOME),
    config: (flags = new Map()) => loadConfig({ cwd: terminal.cwd, env: terminal.env, flags }),
    readStore: async (home, read) => {
      refuseElsewhere(terminal.env, home);
      const { openStoreToRead } = await import("./presets/open-store.ts");
      const store = await openStoreToRead(home);
      try {
        return await read(store);
      } finally {
        await store.close();
      }
    },
  };
}
