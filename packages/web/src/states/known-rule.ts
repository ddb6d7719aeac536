/** The trigger rules that have words; another, of a newer server, is shown by its name. */
const RULES = [
  "all_success",
  "all_failed",
  "all_done",
  "all_done_min_one_success",
  "all_done_setup_success",
  "all_skipped",
  "one_success",
  "one_failed",
  "one_done",
  "none_failed",
  "none_failed_min_one_success",
  "none_skipped",
  "always",
] as const;

/** Undefined: it has no words here. */
export function knownRule(rule: string | undefined): (typeof RULES)[number] | undefined {
  return RULES.find((each) => each === rule);
}
