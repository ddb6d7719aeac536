/** What can go wrong at the command line: code, exit code, what to do. Exit codes are part of the interface. */

export const CLI_ERRORS = {
  usage: { exitCode: 2, remedy: "`momiji help` shows the commands" },
  config_invalid: { exitCode: 2, remedy: "correct the setting; `momiji config list` shows all of them" },
  not_found: { exitCode: 3, remedy: "`momiji dags list` shows what there is" },
  no_server: { exitCode: 4, remedy: "start it with `momiji standalone`, or name its home with --home" },
  not_signed_in: { exitCode: 8, remedy: "`momiji auth login` signs in; MOMIJI_TOKEN may hold a token instead" },
  home_locked: { exitCode: 5, remedy: "stop the other one, or choose another home with --home" },
  home_unusable: { exitCode: 5, remedy: "make the folder writable, or choose another with --home" },
  port_in_use: { exitCode: 5, remedy: "choose another with --port, or 0 for any free one" },
  store_unusable: { exitCode: 6, remedy: "`momiji db check` says more" },
  refused: { exitCode: 7, remedy: "see the message" },
  run_failed: { exitCode: 1, remedy: "the log above says why" },
} as const;

export type CliErrorCode = keyof typeof CLI_ERRORS;

export class CliError extends Error {
  override readonly name = "CliError";
  readonly code: CliErrorCode;
  readonly remedy: string;

  constructor(code: CliErrorCode, message: string, remedy: string = CLI_ERRORS[code].remedy) {
    super(message);
    this.code = code;
    this.remedy = remedy;
  }

  get exitCode(): number {
    return CLI_ERRORS[this.code].exitCode;
  }
}
