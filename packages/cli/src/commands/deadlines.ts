/** `momiji deadlines ...` */
import type { Register } from "../context.ts";
import { registerDeadlineList } from "./deadlines/list.ts";

export const registerDeadlines: Register = (parent, context) => {
  registerDeadlineList(
    parent.command("deadlines").description("see which deadlines runs have missed or have ahead"),
    context,
  );
};
