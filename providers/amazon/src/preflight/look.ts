/** What to make of it when a look at something fails. */
import type { PreflightCheck } from "@momiji/sdk";
import { errorName, isDenied } from "../client/aws-error.ts";
import { NoRoad } from "./roads.ts";
import { unknown } from "./verdict.ts";

export interface Look {
  readonly code: string;
  readonly title: string;
  /** What one must be allowed to do to see it. */
  readonly action: string;
}

/** Who may run tasks need not be allowed to look at everything: what cannot be seen is unknown, not wrong. */
export async function look(
  { code, title, action }: Look,
  see: () => Promise<readonly PreflightCheck[]>,
): Promise<readonly PreflightCheck[]> {
  try {
    return await see();
  } catch (error) {
    const { message } = error as Error;
    if (isDenied(error))
      return [
        unknown(code, title, {
          detail: `preflight may not look: ${message}`,
          remedy: `To let it look: ${statement([action])}`,
        }),
      ];
    return [unknown(code, title, { detail: error instanceof NoRoad ? message : `${errorName(error)}: ${message}` })];
  }
}

/** What to add to a policy. */
export function statement(actions: readonly string[], resource = "*", condition?: object): string {
  const action = actions.length === 1 ? actions[0] : actions;
  const parts = {
    Effect: "Allow",
    Action: action,
    Resource: resource,
    ...(condition === undefined ? {} : { Condition: condition }),
  };
  return JSON.stringify(parts);
}
