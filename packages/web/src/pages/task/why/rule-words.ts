/** A trigger rule and where it stands, in words. */
import { knownRule } from "../../../states/known-rule.ts";
import type { Facts } from "./facts.ts";
import type { Words } from "./speech.ts";

const ENDS = [
  ["success", "success"],
  ["skipped", "skipped"],
  ["failed", "failed"],
  ["upstreamFailed", "upstream_failed"],
  ["removed", "removed"],
] as const;

export type RuleValues = {
  readonly needs: string;
  readonly total: number;
  readonly tally: string;
  /** Sentences about what else it waits for; null: nothing. */
  readonly setups: string | null;
  readonly scope: string | null;
};

/** Null: the rule is not known here. */
export function ruleValues(facts: Facts, t: Words): RuleValues | null {
  const rule = knownRule(facts.text("trigger_rule") ?? undefined);
  if (rule === undefined) return null;
  const direct = tallyOf(facts.of("counts"), t);
  const setups = facts.has("setups") ? t("why:reason.setups", tallyOf(facts.of("setups"), t)) : null;
  const scope = facts.has("in_scope") ? t("why:reason.scope", tallyOf(facts.of("in_scope"), t)) : null;
  return { needs: t(`why:needs.${rule}`), ...direct, setups, scope };
}

/** `1 success, 2 not ended`. */
function tallyOf(counts: Facts, t: Words): { readonly total: number; readonly tally: string } {
  const total = counts.number("total") ?? 0;
  const ended = ENDS.map(([name, state]) => ({ count: counts.number(name) ?? 0, state: t(`states:${state}`) }));
  const open = { count: total - ended.reduce((sum, { count }) => sum + count, 0), state: t("why:notEnded") };
  const parts = [...ended, open].filter(({ count }) => count > 0).map((part) => t("why:tally", part));
  return { total, tally: parts.join(t("why:list")) };
}
