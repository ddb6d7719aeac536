/** What this installation tells about itself: its settings, the packages of providers that are installed, its services. */
import { hostname, userInfo } from "node:os";
import type { Installation, Service, ShownSetting } from "@momiji/api";
import type { Clock, Micros } from "@momiji/core";
import type { LoadedConfig } from "../config/load-config.ts";
import { type Environment, providedBy } from "./environment-settings.ts";
import { installedProviders } from "./providers.ts";
import { allOptions, optionSpec, type OptionValue } from "../config/options.ts";

/** Airflow's names for what runs within this process. */
const SERVICES = ["SchedulerJob", "DagProcessorJob", "TriggererJob"];

interface Composed {
  readonly clock: Clock;
  readonly startedAt: Micros;
  readonly executor: string;
  readonly env: Environment;
  readonly dagFolders: readonly string[];
}

export function installationOf(
  { config, origins }: LoadedConfig,
  { clock, startedAt, executor, env, dagFolders }: Composed,
): Installation {
  return {
    dagFolders,
    exposesConfig: config.server.exposeConfig,
    settings: () => allOptions().map((option) => shownSetting({ config, origins }, option)),
    providers: () => installedProviders(),
    // They live and die with the process that answers: it is their sign of life.
    provided: () => providedBy(env),
    services: () => SERVICES.map((type, at) => serviceOf(type, { id: at + 1, startedAt, now: clock.now(), executor })),
  };
}

function shownSetting(
  { config, origins }: LoadedConfig,
  { section, name }: { readonly section: string; readonly name: string },
): ShownSetting {
  const values = config as unknown as { readonly [section: string]: { readonly [name: string]: OptionValue } };
  const value = values[section]?.[name];
  const spec = optionSpec({ section, name });
  return {
    section,
    option: name,
    value: textOf(value),
    source: origins.get(`${section}.${name}`) ?? "default",
    isSecret: spec?.secret === true,
    standard: textOf(spec?.default),
    about: spec?.about ?? "",
  };
}

function textOf(value: OptionValue | undefined): string {
  return Array.isArray(value) ? value.join(",") : String(value ?? "");
}

function serviceOf(
  type: string,
  { id, startedAt, now, executor }: { id: number; startedAt: Micros; now: Micros; executor: string },
): Service {
  return {
    id,
    type,
    state: "running",
    startedAt,
    endedAt: null,
    heartbeatAt: now,
    executor: type === "SchedulerJob" ? executor : null,
    hostname: hostname(),
    user: userName(),
  };
}

/** A user without a name (a container with a bare number) is told by that number. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? "");
  }
}
