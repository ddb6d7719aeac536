/** `momiji callbacks ...` */
import type { Register } from "../context.ts";
import { registerCallbackList } from "./callbacks/list.ts";
import { registerCallbackLogs } from "./callbacks/logs.ts";

export const registerCallbacks: Register = (parent, context) => {
  const callbacks = parent.command("callbacks").description("see what became of callbacks and notifications");
  for (const register of [registerCallbackList, registerCallbackLogs]) register(callbacks, context);
};
