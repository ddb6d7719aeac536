/**
 * The architecture as data: who may import whom, what must stay pure, and every exception with its reason.
 * `architecture.ts` holds the code and the table of packages in ARCHITECTURE.md against it.
 */

export interface PackageRule {
  /** Folders of the packages it may import. Only `exports` of their package.json are reachable. */
  readonly imports: readonly string[];
  /** What its tests alone may import besides. */
  readonly testsImport?: readonly string[];
  /** Its sources run in browsers too: no module and no global that only Node has. */
  readonly inBrowsers?: true;
  /** Pure packages: no I/O, no clock, no randomness, and no library but these. Their tests are free. */
  readonly pureWith?: readonly string[];
}

export interface Exception {
  /** Path from the root; a trailing `/` names a whole folder. */
  readonly path: string;
  readonly reason: string;
}

export interface ArchitectureRules {
  /** By folder. A key that ends in `/*` stands for every folder there that has no key of its own. */
  readonly packages: Readonly<Record<string, PackageRule>>;
  /** Names that a pure file may not speak, as a value or as a type, not even for a variable of its own. */
  readonly impureGlobals: readonly string[];
  /** The same for members of names that are otherwise free. */
  readonly impureMembers: Readonly<Record<string, readonly string[]>>;
  /** A word that no file or folder may carry: such a file is about nothing, so everything ends up in it. */
  readonly shapelessNames: readonly string[];
  /** Files that a rule (its name in the findings) does not hold for. One that is not needed is itself a finding. */
  readonly exceptions: Readonly<Record<string, readonly Exception[]>>;
}

const contracts = ["packages/core", "packages/sdk", "packages/executors", "packages/worker"];
const engine = [...contracts, "packages/store", "packages/dags", "packages/scheduler", "packages/operators"];

const packages: Readonly<Record<string, PackageRule>> = {
  "packages/core": { imports: [], pureWith: ["temporal-polyfill"] },
  "packages/sdk": { imports: ["packages/core"] },
  "packages/store": { imports: ["packages/core"] },
  "packages/executors": { imports: ["packages/core"] },
  "packages/dags": { imports: ["packages/core", "packages/sdk", "packages/store"] },
  "packages/worker": { imports: ["packages/core", "packages/sdk", "packages/executors"] },
  "packages/operators": { imports: ["packages/core", "packages/sdk"] },
  "packages/scheduler": { imports: ["packages/core", "packages/store", "packages/executors"] },
  "packages/api": { imports: ["packages/core", "packages/store"] },
  // Knows the server by its OpenAPI document alone, as everybody's programs do.
  "packages/client": {
    imports: [],
    testsImport: ["packages/api", "packages/core", "packages/store"],
    inBrowsers: true,
  },
  "packages/testing": { imports: [...engine, "packages/api"] },
  "packages/web": { imports: ["packages/client"] },
  "packages/cli": { imports: [...engine, "packages/api", "packages/client", "packages/web"] },
  "providers/*": { imports: contracts },
  // Their jobs can be tried as containers.
  "providers/amazon": { imports: [...contracts, "providers/docker"] },
  "providers/kubernetes": { imports: [...contracts, "providers/docker"] },
};

export const rules: ArchitectureRules = {
  packages,
  impureGlobals: [
    "Date",
    "setTimeout",
    "setInterval",
    "setImmediate",
    "queueMicrotask",
    "performance",
    "process",
    "fetch",
    "console",
    "crypto",
    "globalThis",
    "global",
    "require",
    "eval",
  ],
  impureMembers: { Math: ["random"], Temporal: ["Now"] },
  shapelessNames: ["util", "utils", "helper", "helpers", "common", "misc", "manager", "managers"],
  exceptions: {
    environment: [
      {
        path: "packages/worker/src/function-lane/child-main.ts",
        reason: "marks what a task starts with the attempt's id",
      },
      { path: "packages/cli/", reason: "configuration is read here, and handed down as values" },
      { path: "packages/worker/src/process-lane/spawner-main.ts", reason: "hands the environment on to commands" },
      {
        path: "packages/worker/src/process-lane/find-program.ts",
        reason: "looks programs up in PATH, as a shell does",
      },
      {
        path: "providers/amazon/src/connection/environment.ts",
        reason: "AWS_DEFAULT_REGION means the same to every tool of AWS",
      },
      {
        path: "providers/docker/src/engine/environment.ts",
        reason: "DOCKER_HOST and the like mean the same to every tool of Docker",
      },
      {
        path: "providers/kubernetes/src/client/environment.ts",
        reason: "KUBECONFIG and what a pod finds in itself mean the same to every tool of Kubernetes",
      },
    ],
    clock: [
      { path: "packages/cli/src/system-clock.ts", reason: "the one clock, handed to everything else" },
      { path: "packages/web/src/now.ts", reason: "the browser's clock, for everything that runs there" },
    ],
    pure: [{ path: "packages/core/src/temporal.ts", reason: "takes the runtime's Temporal, or the polyfill's" }],
  },
};
