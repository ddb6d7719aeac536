/** What an installation tells about itself: settings, providers, processes. Whoever composes the server knows it. */
import type { Micros } from "@momiji/core";

export interface ShownSetting {
  readonly section: string;
  readonly option: string;
  readonly value: string;
  /** Where it came from: `default`, a file, a variable. */
  readonly source: string;
  readonly isSecret: boolean;
  /** What it would be if nobody had set it. */
  readonly standard: string;
  /** What it is for, in a sentence. */
  readonly about: string;
}

/** A variable or a connection that the environment of the server provides: it can be read, and not be changed. */
export interface ProvidedSetting {
  readonly kind: "variable" | "connection";
  /** In lower case: the environment knows no other. */
  readonly name: string;
  /** The environment variable. */
  readonly source: string;
}

export interface Provider {
  readonly packageName: string;
  readonly description: string;
  readonly version: string;
  readonly documentationUrl: string | null;
  /** As DAG files import them. */
  readonly operators: readonly string[];
  readonly connectionTypes: readonly string[];
  /** Page of Momiji's documentation, below `docs/` and without `.md`. */
  readonly guide: string | null;
  /** It is of another version than the server, or its `package.json` cannot be read. */
  readonly problem: "another_version" | "unreadable" | null;
}

/** One process, or one part of a process, that keeps the installation going; Airflow calls it a job. */
export interface Service {
  readonly id: number;
  /** Airflow's names: `SchedulerJob`, `TriggererJob`, `DagProcessorJob`. */
  readonly type: string;
  readonly state: "running" | "success" | "failed";
  readonly startedAt: Micros;
  readonly endedAt: Micros | null;
  /** The last sign of life. */
  readonly heartbeatAt: Micros;
  readonly executor: string | null;
  readonly hostname: string;
  readonly user: string;
}

/** A process that has said nothing for so long is taken for dead, as by Airflow's schedulers. */
const ALIVE_MICROS = 30_000_000;

export function isAlive({ state, heartbeatAt }: Service, now: Micros): boolean {
  return state === "running" && now - heartbeatAt < ALIVE_MICROS;
}

export interface Installation {
  /** Airflow's `[api] expose_config`; secrets are hidden whatever it says. */
  readonly exposesConfig: boolean;
  /** Where files of DAGs are looked for: absolute paths. */
  readonly dagFolders: readonly string[];
  settings(): readonly ShownSetting[];
  providers(): readonly Provider[] | Promise<readonly Provider[]>;
  services(): readonly Service[];
  provided(): readonly ProvidedSetting[];
}

/** Of a server that nobody has told anything: it has settings that it does not show, and nothing besides. */
export const UNKNOWN_INSTALLATION: Installation = {
  exposesConfig: false,
  dagFolders: [],
  settings: () => [],
  providers: () => [],
  services: () => [],
  provided: () => [],
};
