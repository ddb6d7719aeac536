/** What a simulated task names through the alias among its outlets: drawn from the attempt's number, so that everybody knows it. */
import type { AssetKey, AttemptOrder } from "@momiji/core";

/** The alias that tasks of the DAG of this number may have. */
export function aliasOf(index: number): string {
  return `alias${index}`;
}

/** Often nothing; an asset that no DAG names, one that tasks make directly too, or both. */
export function namedThrough(alias: string, { attemptId }: Pick<AttemptOrder, "attemptId">): readonly AssetKey[] {
  const index = alias.slice("alias".length);
  const known = ["x", "a"].map((letter) => ({ name: `${letter}${index}`, uri: `sim://${letter}${index}` }));
  const draw = Number(attemptId.slice("attempt-".length)) % 4;
  return known.filter((_, at) => (draw & (1 << at)) !== 0);
}
