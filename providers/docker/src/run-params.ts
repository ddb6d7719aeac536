/** The params of `dockerRun` as they stand in a `TaskSpec` and reach the operator: JSON, durations in seconds. */
import type { TlsPaths } from "./engine/tls-files.ts";

/** Where the value of a secret is. It is read when the container is created, and masked in logs. */
export type SecretSource =
  | { readonly variable: string }
  /** `field`: default `password`. Anything else is looked for in the connection's `extra`. */
  | { readonly connection: string; readonly field?: string };

export type DockerMount = {
  /** Default `volume`. */
  readonly type?: "bind" | "volume" | "tmpfs";
  /** A folder of the engine's machine, or a volume's name (absent: a new volume, removed with the container). */
  readonly source?: string;
  readonly target: string;
  readonly readOnly?: boolean;
  /** For `tmpfs`: bytes, or a text such as `64m`. */
  readonly size?: string | number;
  /** For `tmpfs`: permissions, such as `1777`. */
  readonly mode?: string;
  /** For `bind`: how mounts below it are seen. Default `rprivate`. */
  readonly propagation?: "private" | "rprivate" | "shared" | "rshared" | "slave" | "rslave";
};

export type GpuRequest = {
  /** How many; `all`. */
  readonly count?: number | "all";
  readonly deviceIds?: readonly string[];
  readonly driver?: string;
  /** Default: `gpu`. */
  readonly capabilities?: readonly string[];
};

/** What the output of the task is: the last line (default), all lines, or what the container wrote into a file. */
export type ReturnValue =
  | "lastLine"
  | "allLines"
  | "none"
  /** `format`: default `json` for a path that ends so, otherwise `text`. `isOptional`: no such file, or an empty one, is no value. */
  | { readonly file: string; readonly format?: "json" | "text"; readonly isOptional?: boolean };

export type HealthCheckParams = {
  readonly command: string | readonly string[];
  readonly intervalSeconds?: number;
  readonly timeoutSeconds?: number;
  readonly retries?: number;
  readonly startPeriodSeconds?: number;
  readonly healthyWithinSeconds?: number;
};

export type ImageParams = {
  /** `latest`, if it has no tag. */
  readonly image: string;
  /** When the image is pulled. Default `missing`: if the engine does not have it. */
  readonly pull?: "always" | "missing" | "never";
  /** Id of a connection with the login of the image's registry (Airflow's `docker_conn_id`). */
  readonly registryConnection?: string;
  /** `linux/arm64` and the like. */
  readonly platform?: string;
};

export type EngineParams = {
  /** The engine: `unix://`, `tcp://`, `https://`, `ssh://`; of several the first that answers. Default: `DOCKER_HOST` of the worker. */
  readonly dockerHost?: string | readonly string[];
  /** Id of a connection to an engine instead: address, and `ca`, `cert`, `key` as PEM texts in its `extra`. */
  readonly dockerConnection?: string;
  /** Paths on the worker. */
  readonly tls?: TlsPaths;
  readonly engineTimeoutSeconds?: number;
  readonly reconnectTimeoutSeconds?: number;
  /**
   * How many containers a worker starts or removes at the same time at this engine, others of its jobs included; further ones wait
   * for their turn. Default 8.
   */
  readonly startsAtOnce?: number;
};

export type ProcessParams = {
  /**
   * What runs: program and arguments. A text is split into words as a shell splits it, but no shell runs: for pipes and variables
   * use `["sh", "-c", "..."]`. Default: the image's.
   */
  readonly command?: string | readonly string[];
  readonly entrypoint?: string | readonly string[];
  readonly env?: { readonly [name: string]: string };
  /** Environment whose values are not in the DAG: they are read when the container is created. */
  readonly secretEnv?: { readonly [name: string]: SecretSource };
  readonly user?: string | number;
  /** Further groups of its user. */
  readonly groupAdd?: readonly string[];
  readonly workdir?: string;
  readonly tty?: boolean;
  /** Whether the engine puts a small process before the program that collects its children. */
  readonly init?: boolean;
  /** Default `SIGTERM`, or what the image says. */
  readonly stopSignal?: string;
  readonly stopGraceSeconds?: number;
  readonly healthcheck?: HealthCheckParams;
};

export type LimitParams = {
  /** Processors' worth of time: `1.5`. */
  readonly cpus?: number;
  /** Weight among containers when processors are short; 1024 is normal (Airflow's `cpus` is this, divided by 1024). */
  readonly cpuShares?: number;
  /** Which processors: `0-2,4`. */
  readonly cpuset?: string;
  /** Bytes, or a text: `512m`, `2g`. */
  readonly memory?: string | number;
  /** Memory and swap together; -1: any. */
  readonly memorySwap?: string | number;
  readonly memoryReservation?: string | number;
  readonly pidsLimit?: number;
  readonly shmSize?: string | number;
  readonly ulimits?: { readonly [name: string]: number | { readonly soft: number; readonly hard: number } };
  readonly gpus?: number | "all" | GpuRequest;
};

export type FileParams = {
  readonly mounts?: readonly DockerMount[];
  /** Path to mount options: `{ "/run": "size=64m" }`. */
  readonly tmpfs?: { readonly [path: string]: string };
  /** A folder on the engine's disk, gone with the container; its path is also in `MOMIJI_TMP_DIR` and `AIRFLOW_TMP_DIR`. */
  readonly tmpDir?: string;
  /** Whether the container's own file system can only be read. */
  readonly readOnly?: boolean;
  /** `/dev/snd`, or `/dev/sda:/dev/xvda:r`. */
  readonly devices?: readonly string[];
};

export type NetworkParams = {
  /** `bridge` (default), `host`, `none`, `container:NAME`, or networks by name. */
  readonly network?: string | readonly string[];
  readonly networkAliases?: readonly string[];
  /** Container's port (`8080`, `53/udp`) to the machine's: `18080`, `"127.0.0.1:18080"`, or 0 for any that is free. */
  readonly ports?: { readonly [containerPort: string]: number | string };
  readonly hostname?: string;
  readonly domainname?: string;
  readonly extraHosts?: { readonly [name: string]: string };
  readonly dns?: readonly string[];
  readonly dnsSearch?: readonly string[];
  readonly dnsOptions?: readonly string[];
};

export type SecurityParams = {
  readonly privileged?: boolean;
  readonly capAdd?: readonly string[];
  readonly capDrop?: readonly string[];
  readonly securityOptions?: readonly string[];
  readonly sysctls?: { readonly [name: string]: string };
  readonly ipc?: string;
  readonly pid?: string;
  readonly usernsMode?: string;
  readonly runtime?: string;
};

export type EndParams = {
  /** When the stopped container is removed. Default `never`, as in Airflow. */
  readonly autoRemove?: "never" | "success" | "always";
  /** Exit codes that mean skipped. */
  readonly skipOnExitCode?: number | readonly number[];
  readonly returnValue?: ReturnValue;
};

export type RunParams = ImageParams &
  EngineParams &
  ProcessParams &
  LimitParams &
  FileParams &
  NetworkParams &
  SecurityParams &
  EndParams & {
    /** Default: made of DAG, task and attempt. */
    readonly containerName?: string;
    readonly labels?: { readonly [name: string]: string };
    /** Default: the engine's. */
    readonly logDriver?: string;
    /** `{ "max-size": "10m", "max-file": "3" }` */
    readonly logOptions?: { readonly [name: string]: string };
  };

/** What finds a container again. */
export type ContainerHandle = {
  /** The engine's address, without anything secret. */
  readonly host: string;
  readonly id: string;
  readonly name: string;
  /** The engine's own id: another one may answer at the same address. */
  readonly engine: string;
};
