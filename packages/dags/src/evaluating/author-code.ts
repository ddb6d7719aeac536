/**
 * Runs an author's code to its end, whatever it does instead of coming to one. The evaluator's process has one thread:
 * what blocks it for good is ended from outside.
 */
import type { Trouble } from "../import-errors/trouble.ts";

export type Outcome<Value> = { readonly value: Value } | { readonly trouble: Trouble };

/** One call at a time. Errors of code that ran on from an earlier call are told apart by `owns`, which knows a stack. */
export async function runAuthorCode<Value>(
  run: () => Promise<Value>,
  owns: (stack: string) => boolean,
): Promise<Outcome<Value>> {
  const exit = process.exit;
  const { promise, resolve } = Promise.withResolvers<Outcome<Value>>();
  const onError = (error: unknown): void => {
    const trouble = describe(error);
    if (trouble.stack === undefined || owns(trouble.stack)) resolve({ trouble });
  };
  const onDrained = (): void => resolve({ trouble: { message: NEVER_SETTLES } });
  process.exit = (code?: number | string | null): never => {
    const error = new Error(
      `process.exit(${code ?? ""}) was called while the file was loaded: a DAG file must not end the process`,
    );
    resolve({ trouble: describe(error) });
    throw error;
  };
  process.on("uncaughtException", onError).on("unhandledRejection", onError).on("beforeExit", onDrained);
  // With the channel to the parent not counted, an event loop without work means that nothing can go on.
  process.channel?.unref();
  try {
    run().then(
      (value) => setImmediate(() => resolve({ value })),
      (error: unknown) => resolve({ trouble: describe(error) }),
    );
    return await promise;
  } finally {
    process.channel?.ref();
    process.off("beforeExit", onDrained);
    process.exit = exit;
    // Listeners for errors stay until the next call replaces them: code that runs on must not end the process.
    process.removeAllListeners("uncaughtException").removeAllListeners("unhandledRejection");
    process.on("uncaughtException", ignore).on("unhandledRejection", ignore);
  }
}

const NEVER_SETTLES = "The file never finishes loading: it awaits a promise at its top level that nothing will settle";

/** Names that tell an author nothing. */
const PLAIN_ERRORS: ReadonlySet<string> = new Set(["Error", "DagDefinitionError"]);

function ignore(): void {}

function describe(error: unknown): Trouble {
  try {
    if (!(error instanceof Error)) return { message: `The file threw ${JSON.stringify(error) ?? String(error)}` };
    const { name, stack } = error;
    const message = PLAIN_ERRORS.has(name) ? error.message : `${name}: ${error.message}`;
    const cause = error.cause instanceof Error ? ` (cause: ${error.cause.message})` : "";
    return { message: `${message}${cause}`, ...(typeof stack === "string" ? { stack } : {}) };
  } catch {
    return { message: "The file threw something that cannot be shown" };
  }
}
