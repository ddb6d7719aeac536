/** Acts that change runs show first what they would change, and change it only when they are told so. */
import type { CommandContext } from "../context.ts";
import { formatRows, readFormat, type Row } from "../output.ts";

const COLUMNS = ["dag_run_id", "task_id", "map_index", "state"];

export interface ActOptions {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly output: string;
}

/** Whether it is to be done; false: only to be shown. */
export function isMeant({ yes, dryRun }: ActOptions): boolean {
  return yes === true && dryRun !== true;
}

/** Prints the task instances that an act changed, or would change. */
export async function printActs(context: CommandContext, answer: unknown, options: ActOptions): Promise<void> {
  const { task_instances: rows } = answer as { readonly task_instances: readonly Row[] };
  context.print(await formatRows(rows, COLUMNS, readFormat(options.output)));
  tellHow(context, options);
}

/** On the error stream, so that what is printed stays what was asked for. */
export function tellHow(context: CommandContext, options: ActOptions): void {
  if (!isMeant(options) && options.dryRun !== true) {
    context.warn("nothing was changed: say --yes to do it to what is listed\n");
  }
}
