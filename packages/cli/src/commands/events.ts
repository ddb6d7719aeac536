/** `momiji events ...` */
import type { Register } from "../context.ts";
import { registerEventList } from "./events/list.ts";

export const registerEvents: Register = (parent, context) => {
  const events = parent.command("events").description("look at the event log: who did what");
  registerEventList(events, context);
};
