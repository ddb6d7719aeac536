/** Runs a command. */
import { type Notifier, notifierOf } from "@momiji/sdk";

/** All texts are templates. */
export type CommandNotifierOptions = {
  /**
   * A text for bash, or a list of words that is started without a shell. What has happened stands in `MOMIJI_CALLBACK_EVENT`,
   * `MOMIJI_CALLBACK_REASON`, `MOMIJI_CALLBACK_ID`, `MOMIJI_RUN_STATE`, `MOMIJI_TASK_STATE` and the variables of every command:
   * quote those, and do not paste words of others into the text.
   */
  readonly command: string | readonly string[];
  readonly env?: { readonly [name: string]: string };
  /** With `env`: the worker's environment lies below it. Default false. */
  readonly appendEnv?: boolean;
  readonly cwd?: string;
};

export function commandNotifier(options: CommandNotifierOptions): Notifier {
  return notifierOf({
    name: "command_notifier",
    lane: "process",
    params: options,
    required: ["command"],
    templateFields: ["command", "env"],
  });
}
