/** A notifier as the worker runs it: an operator whose context is that of a callback. */
import type { CallbackContext, OperatorDefinition } from "@momiji/sdk";

export function notifierDefinition<Params>(
  name: string,
  notify: (ctx: CallbackContext, params: Params) => Promise<void>,
): OperatorDefinition<Params> {
  return {
    name,
    templateFields: [],
    run: (ctx, params) => notify(ctx as unknown as CallbackContext, params),
  };
}
