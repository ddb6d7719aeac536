/** What is read of an engine's answers. */
export interface ContainerState {
  readonly Status: "created" | "running" | "paused" | "restarting" | "removing" | "exited" | "dead";
  readonly Running: boolean;
  readonly OOMKilled: boolean;
  readonly ExitCode: number;
  /** Why it could not be started. */
  readonly Error: string;
  readonly StartedAt: string;
  readonly Health?: { readonly Status: string; readonly Log?: readonly { readonly Output: string }[] | null };
}

export interface ContainerFacts {
  readonly Id: string;
  readonly Name: string;
  readonly Image: string;
  readonly State: ContainerState;
  readonly Config: { readonly Tty: boolean; readonly Labels: { readonly [name: string]: string } | null };
  readonly HostConfig: { readonly Memory: number; readonly LogConfig: { readonly Type: string } };
}

export interface EngineInfo {
  readonly ID: string;
  readonly Name: string;
  readonly NCPU: number;
  readonly MemTotal: number;
  readonly OSType: string;
  readonly Architecture: string;
  readonly ServerVersion: string;
  readonly Runtimes?: { readonly [name: string]: object } | null;
}

/** A container that is at its end; a paused one is not. */
export function hasEnded({ Status, Running }: ContainerState): boolean {
  return !Running && (Status === "exited" || Status === "dead");
}
