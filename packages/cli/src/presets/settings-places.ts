/** Where variables and connections are looked for, in Airflow's order: the secrets backend, the environment, the store. */
import { type Settings, settingsChain } from "@momiji/api";
import type { Clock } from "@momiji/core";
import type { Config } from "../config/options.ts";
import { backendPlace } from "../secrets/backend-place.ts";
import { openBackend } from "../secrets/open-backend.ts";
import { environmentSettings } from "./environment-settings.ts";

export interface SettingsParts {
  readonly config: Config;
  /** What a path in the settings is relative to. */
  readonly cwd: string;
  readonly env: { readonly [name: string]: string | undefined };
  /** What people have set. */
  readonly stored: Settings;
  readonly clock: Clock;
  /** Told of a secrets backend that could not be asked. */
  warn(message: string): void;
}

export interface OpenSettings {
  readonly settings: Settings;
  close(): Promise<void>;
}

/** @throws CliError `config_invalid` if the secrets backend cannot be opened */
export async function openSettings(parts: SettingsParts): Promise<OpenSettings> {
  const { config, cwd, env, stored, clock, warn } = parts;
  const backend = await openBackend(config, cwd);
  const places = [environmentSettings(env), stored];
  if (backend === null) return { settings: settingsChain(places), close: () => Promise.resolve() };
  const { timeoutSeconds, cacheTtlSeconds } = config.secrets;
  const first = backendPlace(backend, { clock, timeoutSeconds, cacheTtlSeconds, warn });
  return {
    settings: settingsChain([first, ...places]),
    close: async () => {
      await backend.close?.();
    },
  };
}
