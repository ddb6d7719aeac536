/** `bash`: a command of the shell (Airflow's `BashOperator`). The worker's process lane runs it. */
import { mappable, type Output, placeTask, type TaskOptions } from "@momiji/sdk";

export interface BashOptions extends TaskOptions {
  /**
   * Given to `bash -c`. A template. Values from outside are safest in `env`, which the shell never reads as code:
   * `{ command: 'echo "$USER_NAME"', env: { USER_NAME: "{{ params.user }}" }, appendEnv: true }`.
   */
  readonly command: string;
  /** The environment instead of the worker's, or with `appendEnv` over it. A template. */
  readonly env?: { readonly [name: string]: string };
  /** Default false. */
  readonly appendEnv?: boolean;
  /** Must exist. Default: a new folder, gone afterwards. A template. */
  readonly cwd?: string;
  /** Exit codes that mean skipped; null: none. Default 99. */
  readonly skipOnExitCode?: number | readonly number[] | null;
}

/**
 * Runs a command. Exit code 0 is success; the last line that it prints is its output.
 * `bash.map("id", { command: commands })` runs one for each.
 */
export const bash = mappable(placeBash, ["command", "env", "appendEnv", "cwd", "skipOnExitCode"]);

function placeBash(id: string, options: BashOptions): Output<string> {
  const { command, env, appendEnv, cwd, skipOnExitCode, ...rest } = options;
  return placeTask({
    id,
    operator: "bash",
    lane: "process",
    params: { command, env, appendEnv, cwd, skipOnExitCode },
    required: ["command"],
    templateFields: ["command", "env", "cwd"],
    options: rest,
  });
}
