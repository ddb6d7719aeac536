/** Every setting there is: section, name, type, default, what it does. The reference page is generated from this table. */

export type OptionValue = string | number | boolean | readonly string[];

export interface OptionSpec {
  readonly type: "string" | "integer" | "number" | "boolean" | "list" | "choice";
  readonly default: OptionValue;
  readonly about: string;
  readonly choices?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  /** Shown as `***` by `config list`. */
  readonly secret?: boolean;
}

export const OPTIONS = {
  core: {
    dags: { type: "list", default: ["dags"], about: "folders with DAG files, below the working folder or absolute" },
    parallelism: { type: "integer", default: 32, min: 1, about: "task instances that run at once on this machine" },
    pausedAtCreation: { type: "boolean", default: true, about: "new DAGs are paused unless they say otherwise" },
    catchupLimit: {
      type: "integer",
      default: 1000,
      min: 0,
      about: "a catchup of more runs than this is held until a person confirms",
    },
    secretKeys: {
      type: "list",
      default: [],
      secret: true,
      about:
        "keys that encrypt variables and connections, 32 bytes in base64 each: the first encrypts, all decrypt; none: those in secret.keys of the home",
    },
    testConnection: {
      type: "choice",
      default: "disabled",
      choices: ["disabled", "enabled", "hidden"],
      about:
        "whether connections may be tested: enabled lets whoever may change connections have the server connect to any public address",
    },
    testConnectionNetworks: {
      type: "list",
      default: [],
      about:
        "networks that the server may connect to for such a test beside public addresses: 10.0.0.0/8, fd00::/8, 192.168.1.7; none of this machine or of private networks otherwise",
    },
    testConnectionFolders: {
      type: "list",
      default: [],
      about:
        "folders, absolute, whose files the server may look at for such a test (types fs and sqlite); none: it looks at no file",
    },
    maxMapLength: {
      type: "integer",
      default: 1024,
      min: 1,
      about: "elements that a task may return for others to map over",
    },
    maxLostAttempts: {
      type: "integer",
      default: 5,
      min: 0,
      about: "attempts of one task instance that may be lost with their worker before it fails",
    },
  },
  server: {
    host: { type: "string", default: "127.0.0.1", about: "address that the server listens on" },
    port: { type: "integer", default: 8080, min: 0, max: 65535, about: "port of the server; 0: any free one" },
    exposeConfig: {
      type: "boolean",
      default: false,
      about: "whether whoever may read settings is shown them by the API; secrets never are",
    },
    publicUrl: {
      type: "string",
      default: "",
      about:
        "where browsers reach the server, such as https://momiji.example.com/base; needed behind TLS of a proxy, and for OpenID",
    },
    basePath: { type: "string", default: "/", about: "path below which the server stands behind its proxy" },
    trustProxy: {
      type: "boolean",
      default: false,
      about: "believe a proxy on this machine or in its private network who a request comes from (X-Forwarded-For)",
    },
    tlsCert: { type: "string", default: "", about: "file with the certificate chain in PEM; empty: no TLS" },
    tlsKey: { type: "string", default: "", about: "file with the private key in PEM" },
    maxConnections: {
      type: "integer",
      default: 4096,
      min: 16,
      about: "connections at once; beyond them idle ones are closed and new ones told to come again (503)",
    },
    maxStreams: {
      type: "integer",
      default: 1024,
      min: 1,
      about:
        "streams at once of live events, followed logs and waits for runs; further ones are told to come again (503)",
    },
    accessLog: { type: "boolean", default: false, about: "a line on standard error for each request" },
  },
  auth: {
    sessionHours: { type: "number", default: 24, min: 0.01, about: "a browser stays signed in for so long" },
    tokenHours: { type: "number", default: 24, min: 0.01, about: "a token of POST /auth/token is good for so long" },
    cliTokenHours: {
      type: "number",
      default: 1,
      min: 0.01,
      about: "a token of POST /auth/token/cli is good for so long",
    },
    oidcIssuer: {
      type: "string",
      default: "",
      about: "address of an OpenID provider that people sign in with; empty: none",
    },
    oidcClientId: { type: "string", default: "", about: "what the provider knows this server as" },
    oidcClientSecret: {
      type: "string",
      default: "",
      secret: true,
      about: "what this server proves that with; empty: PKCE alone",
    },
    oidcScopes: { type: "list", default: ["openid", "profile", "email"], about: "what the provider is asked for" },
    oidcGroupsClaim: { type: "string", default: "groups", about: "claim with the groups of a person" },
    oidcNameClaim: {
      type: "string",
      default: "preferred_username",
      about: "claim with the name of a person; the subject where it is absent",
    },
    oidcRoles: {
      type: "list",
      default: [],
      about: "GROUP=ROLE: the roles of a person, looked up anew with each login",
    },
    oidcDefaultRole: {
      type: "string",
      default: "",
      about: "role of who is in no such group; empty: they do not come in",
    },
  },
  store: {
    synchronous: {
      type: "choice",
      default: "FULL",
      choices: ["FULL", "NORMAL"],
      about: "FULL: an acknowledged change survives a power loss; NORMAL: a crash of the process only",
    },
  },
  dags: {
    evaluateTimeoutSeconds: {
      type: "number",
      default: 30,
      min: 0.1,
      about: "a DAG file that takes longer to load becomes an import error",
    },
    memoryLimitMiB: { type: "integer", default: 512, min: 64, about: "memory that loading a DAG file may take" },
  },
  worker: {
    maxChildren: { type: "integer", default: 32, min: 1, about: "processes for TypeScript functions at most" },
    functionMemoryMiB: {
      type: "integer",
      default: 512,
      min: 64,
      about: "heap of a process for functions; a task may ask for another",
    },
    triggerBlockedSeconds: {
      type: "number",
      default: 10,
      min: 0.5,
      about: "a trigger that keeps its process busy for so long fails, since no other can go on meanwhile",
    },
    killGraceSeconds: { type: "number", default: 5, min: 0, about: "between SIGTERM and SIGKILL" },
    maxXComMiB: { type: "number", default: 1, min: 0.001, about: "largest XCom value kept in the store" },
    logLimitMiB: {
      type: "integer",
      default: 100,
      min: 1,
      about: "log kept of one attempt; what a task prints beyond is counted and dropped",
    },
  },
  retention: {
    runDays: {
      type: "number",
      default: 180,
      min: 0,
      about:
        "finished runs go after so many days, with their task instances, XComs and logs, and asset events that all DAGs have taken up; 0: never",
    },
    runsKept: {
      type: "integer",
      default: 20,
      min: 1,
      about: "finished runs of a DAG that stay however old they are, the newest",
    },
    runsAtMost: {
      type: "integer",
      default: 0,
      min: 0,
      about: "finished runs of a DAG beyond so many go however young they are; 0: no limit",
    },
    logDays: { type: "number", default: 90, min: 0, about: "log files go after so many days; 0: with their run" },
    versionDays: {
      type: "number",
      default: 30,
      min: 0,
      about: "versions of DAGs that no run has, and their bundles, go after so many days; 0: never",
    },
    importErrorDays: {
      type: "number",
      default: 0,
      min: 0,
      about: "import errors go after so many days; a file that is still broken gets its own back; 0: never",
    },
    eventLogDays: {
      type: "number",
      default: 365,
      min: 0,
      about: "entries of the event log go after so many days; 0: never",
    },
    everyHours: { type: "number", default: 6, min: 0.01, about: "from one look for old history to the next" },
  },
  logs: {
    store: {
      type: "string",
      default: "",
      about:
        "where logs are kept besides the files of the home: @momiji/amazon/s3-logs, @momiji/amazon/cloudwatch-logs, a file of one's own (./store.ts) or a package; empty: nowhere else",
    },
    storeKwargs: {
      type: "string",
      default: "{}",
      secret: true,
      about: "what the log store is given: a JSON object as text",
    },
    storeDays: {
      type: "number",
      default: 0,
      min: 0,
      about: "logs in the log store go after so many days; 0: with their run (files go as retention.logDays says)",
    },
  },
  secrets: {
    backend: {
      type: "string",
      default: "",
      about:
        "where variables and connections are looked for first: local-filesystem, a file of one's own (./vault.ts) or a package; empty: nowhere else",
    },
    backendKwargs: {
      type: "string",
      default: "{}",
      secret: true,
      about: "what the secrets backend is given: a JSON object as text",
    },
    timeoutSeconds: {
      type: "number",
      default: 10,
      min: 0.1,
      about: "a secrets backend that takes longer to answer counts as one that cannot be asked",
    },
    cacheTtlSeconds: {
      type: "number",
      default: 0,
      min: 0,
      about: "how long an answer of the secrets backend is remembered; 0: it is asked each time",
    },
  },
  email: {
    host: { type: "string", default: "", about: "SMTP server; empty: no mail is sent" },
    port: { type: "integer", default: 25, min: 1, max: 65535, about: "port of the SMTP server" },
    secure: { type: "boolean", default: false, about: "TLS from the first byte (port 465)" },
    user: { type: "string", default: "", about: "SMTP user; empty: no login" },
    password: { type: "string", default: "", secret: true, about: "SMTP password" },
    from: { type: "string", default: "momiji@localhost", about: "sender of mail" },
  },
  logging: {
    level: {
      type: "choice",
      default: "info",
      choices: ["debug", "info", "warn", "error", "silent"],
      about: "what the server says on standard error",
    },
  },
} as const satisfies { readonly [section: string]: { readonly [name: string]: OptionSpec } };

type Widened<Value> = Value extends readonly string[]
  ? readonly string[]
  : Value extends string
    ? string
    : Value extends number
      ? number
      : boolean;

/** The settings, read and checked. */
export type Config = {
  readonly [Section in keyof typeof OPTIONS]: {
    readonly [Name in keyof (typeof OPTIONS)[Section]]: (typeof OPTIONS)[Section][Name] extends {
      default: infer Default;
    }
      ? Widened<Default>
      : never;
  };
};

export interface OptionPath {
  readonly section: string;
  readonly name: string;
}

export function optionSpec({ section, name }: OptionPath): OptionSpec | undefined {
  const sections = OPTIONS as { readonly [section: string]: { readonly [name: string]: OptionSpec } };
  return Object.hasOwn(sections, section)
    ? Object.hasOwn(sections[section] ?? {}, name)
      ? sections[section]?.[name]
      : undefined
    : undefined;
}

export function allOptions(): OptionPath[] {
  return Object.entries(OPTIONS).flatMap(([section, options]) =>
    Object.keys(options).map((name) => ({ section, name })),
  );
}
