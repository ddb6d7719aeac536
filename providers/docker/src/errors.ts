/**
 * Every way in which a container cannot start or ends badly: its code, what it means, and what to do. `patterns` are the words by
 * which engines say it, in whatever status. docs/guides/docker.md holds the same table; a test compares them.
 */
export interface DockerErrorEntry {
  readonly meaning: string;
  readonly remedy: string;
  readonly patterns?: readonly RegExp[];
}

export type DockerErrorCode = keyof typeof DOCKER_ERRORS;

export const DOCKER_ERRORS = {
  docker_socket_missing: {
    meaning: "there is no socket of a Docker engine at this path",
    remedy:
      "start the engine on the worker's machine, mount the socket into the worker's container, or set `dockerHost`",
  },
  docker_socket_denied: {
    meaning: "the worker may not use the engine's socket",
    remedy: "add the worker's user to the group `docker` (and start the worker again)",
  },
  docker_refused: {
    meaning: "nothing listens at the engine's address",
    remedy: "start the engine, and check the port of `dockerHost`",
  },
  docker_unreachable: {
    meaning: "the engine does not answer",
    remedy: "check the name in `dockerHost`, the network between worker and engine, and the engine's own log",
  },
  docker_tls: {
    meaning: "the secure connection to the engine fails",
    remedy: "check `tls`: the authority that signed the engine's certificate, the client's certificate and its key",
  },
  docker_ssh: {
    meaning: "ssh does not reach the engine's machine, or there is no `docker` command there",
    remedy:
      "try `ssh HOST docker version` as the worker's user: its key must work without a password, and the host be known",
  },
  docker_answer: {
    meaning: "what answers at the address is no Docker engine",
    remedy: "check `dockerHost`: a proxy or another service may listen there",
  },
  image_denied: {
    meaning: "the registry does not let this image be pulled without (other) credentials, or does not have it",
    remedy: "set `registryConnection` to a connection with the registry's login, and check the image's name",
    patterns: [
      /no basic auth credentials|unauthorized|authentication required|pull access denied|access .* is denied|incorrect username|^denied/i,
    ],
  },
  image_invalid: {
    meaning: "the image's name is none",
    remedy: "write it as `name:tag`, `registry.example.com/team/name:tag` or `name@sha256:...`",
    patterns: [/invalid reference format|repository name must be lowercase/i],
  },
  image_missing: {
    meaning: "the image does not exist where it was looked for",
    remedy: 'check the image\'s name and tag; with `pull: "never"` it must be on the engine already',
    patterns: [/manifest (for .* )?(not found|unknown)|repository .* not found|No such image|name unknown/i],
  },
  platform_missing: {
    meaning: "the image is not made for the platform of the engine, or for the one asked for",
    remedy: "build the image for this platform too, or set `platform` (an engine on another one needs emulation)",
    patterns: [/does not match the (specified|detected|wanted) platform|no matching manifest|exec format error/i],
  },
  registry_unreachable: {
    meaning: "the engine does not reach the registry, or it is down",
    remedy:
      "check the registry's name and the engine's network, DNS and proxy; or have the image there and use `pull: \"missing\"`",
    patterns: [
      /(Get|Head) "?https?:.*(dial tcp|no such host|timeout|refused|reset|EOF|x509|tls|certificate)/i,
      /unexpected HTTP status: 5\d\d|HTTP 5\d\d response|unexpected status.*: 5\d\d/i,
    ],
  },
  registry_limit: {
    meaning: "the registry gives no more images for now: its limit on pulls is reached",
    remedy:
      'pull with a login (`registryConnection`), from a mirror, or later (`retryDelay`); or have the image there and use `pull: "missing"`',
    patterns: [/toomanyrequests|too many requests|pull rate limit/i],
  },
  name_taken: {
    meaning: "another container has this name",
    remedy: "leave out `containerName`, make it unique by a template, or remove that container",
    patterns: [/container name .* is already in use/i],
  },
  network_missing: {
    meaning: "there is no such network on the engine",
    remedy: "create it (`docker network create NAME`), or mend `network`",
    patterns: [/network .* not found|No such network:/i],
  },
  port_taken: {
    meaning: "the port of the engine's machine is in use",
    remedy: "publish another port, or none: containers of one network reach each other without",
    patterns: [/port is already allocated|address already in use/i],
  },
  mount_missing: {
    meaning: "what is to be mounted is not on the engine's machine",
    remedy: "create the folder there (paths are those of the engine's machine, not the worker's), or mount a volume",
    patterns: [/bind source path does not exist|invalid mount|error while mounting|no such volume/i],
  },
  no_space: {
    meaning: "the engine's disk is full",
    remedy: "`docker system prune` there, or give it more room",
    patterns: [/no space left on device/i],
  },
  command_not_found: {
    meaning: "the image has no such program",
    remedy: 'check `command` and `entrypoint`; for pipes and variables use `["sh", "-c", "..."]`',
    patterns: [/executable file not found|exec: .*: no such file or directory|no command specified/i],
  },
  command_not_executable: {
    meaning: "the program in the image may not be executed",
    remedy: "set its execute permission when the image is built, or run it by its interpreter",
    patterns: [/exec: .*: (permission denied|is a directory)/i],
  },
  user_missing: {
    meaning: "the image has no such user or group",
    remedy: "use a number in `user`, or add the user to the image",
    patterns: [/unable to find (user|group)|no matching entries in (passwd|group) file/i],
  },
  gpu_missing: {
    meaning: "the engine has no GPU to give",
    remedy: "install the vendor's container toolkit on the engine's machine",
    patterns: [/could not select device driver/i],
  },
  device_missing: {
    meaning: "the engine's machine has no such device",
    remedy: "check `devices`",
    patterns: [/gathering device information/i],
  },
  limit_refused: {
    meaning: "the engine cannot grant a limit",
    remedy: "set `memory`, `memorySwap`, `cpus` or `ulimits` to what the engine's machine has",
    patterns: [
      /Minimum memory limit|Range of CPUs|memory limit should be|memoryswap limit|setting rlimit|Requested CPUs are not available/i,
    ],
  },
  log_driver_missing: {
    meaning: "the engine has no such log driver",
    remedy: "check `logDriver`",
    patterns: [/logging plugin|unknown log opt/i],
  },
  runtime_missing: {
    meaning: "the engine has no such runtime",
    remedy: "check `runtime`",
    patterns: [/unknown runtime specified|unknown or invalid runtime name/i],
  },
  not_permitted: {
    meaning: "the engine's machine does not allow what the container asks for",
    remedy: "ask for less (`privileged`, `capAdd`, `devices`, `sysctls`), or run it on another machine",
    patterns: [/operation not permitted/i],
  },
  settings_refused: {
    meaning: "the engine does not accept a setting",
    remedy: "mend the option that the engine names",
  },
  docker_error: {
    meaning: "the engine could not do it, for a reason that has no line here",
    remedy: "look into the engine's own log",
  },
  memory: {
    meaning: "the container needed more memory than it may have, and was killed (`OOMKilled`)",
    remedy: "raise `memory`, or let the program need less",
  },
  exit_code: {
    meaning: "the container ended with another exit code than 0",
    remedy: "its last lines say why; `skipOnExitCode` names codes that mean skipped",
  },
  signal: {
    meaning: "the container was killed from outside, not by this task",
    remedy:
      "look who did it: `docker kill`, `docker stop`, a restart of the engine without live restore, the machine's memory",
  },
  unhealthy: {
    meaning: "the container's health check failed",
    remedy: "the check's last words are in the failure's detail; give it more time with `healthcheck.healthyWithin`",
  },
  job_gone: {
    meaning: "the container was there and is not any more",
    remedy: "look who removed it: `docker rm`, `docker system prune`, a new engine at the same address",
  },
  xcom: {
    meaning: "the return value could not be read",
    remedy: "write the file that `returnValue.file` names, not in a `tmpfs`, as JSON if `format` is `json`",
  },
  credentials_missing: {
    meaning: "a connection or variable that the task names does not exist, or lacks a field",
    remedy: "create it: `momiji connections add`, `momiji variables set`",
  },
} as const satisfies { readonly [code: string]: DockerErrorEntry };

/** The code of what an engine said; `status` of its answer. */
export function codeOf(message: string, status: number): DockerErrorCode {
  const entries = Object.entries(DOCKER_ERRORS) as [DockerErrorCode, DockerErrorEntry][];
  const found = entries.find(([, { patterns = [] }]) => patterns.some((pattern) => pattern.test(message)));
  return found?.[0] ?? (status === 400 ? "settings_refused" : "docker_error");
}
