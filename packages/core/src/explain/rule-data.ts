/** A trigger rule and where it stands, as data: what `triggerRuleWords` tells. */
import type { TriggerRule, UpstreamCounts } from "../trigger-rules.ts";

/** `setups` and `in_scope` are there only if they matter: setups around it, and of a teardown what lies in its scope. */
export function ruleData(rule: TriggerRule, { direct, indirectSetups, between }: UpstreamCounts) {
  return {
    trigger_rule: rule,
    counts: { ...direct },
    ...(indirectSetups.success < indirectSetups.total ? { setups: { ...indirectSetups } } : {}),
    ...(between.total > 0 ? { in_scope: { ...between } } : {}),
  };
}
