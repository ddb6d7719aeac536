/** How often what goes wrong, drawn for each world anew: some worlds are calm, some are stormy. */
import type { Random } from "./random.ts";

export interface FaultRates {
  /** At a commit: the process dies, before or after it. */
  readonly crash: number;
  /** At a commit: the store refuses it (a full disk). */
  readonly refuse: number;
  /** At another call of the store: it fails. */
  readonly fail: number;
  /** At a commit: its answer takes long. */
  readonly slow: number;
  /** At a commit: somebody acts on one of its runs just before. */
  readonly meddle: number;
  /** At a message between executor and worker: it comes late. */
  readonly delay: number;
  /** ... it has to be sent again. */
  readonly lose: number;
  /** ... it comes twice. */
  readonly double: number;
  /** Per hour: the worker dies with its attempts, and is noticed. */
  readonly workerLoss: number;
  /** Per hour: the process dies at no particular moment. */
  readonly kill: number;
  /** Per hour: the process stands still, and goes on when another has taken over. */
  readonly standstill: number;
  /** Per hour: the wall clock is set. */
  readonly jump: number;
  /** Per hour: somebody clears, marks or deletes. */
  readonly act: number;
  /** Per hour: somebody makes, holds, lets go or cancels a backfill. */
  readonly backfill: number;
}

const NONE: FaultRates = {
  crash: 0,
  refuse: 0,
  fail: 0,
  slow: 0,
  meddle: 0,
  delay: 0,
  lose: 0,
  double: 0,
  workerLoss: 0,
  kill: 0,
  standstill: 0,
  jump: 0,
  act: 0,
  backfill: 0,
};

/** The worst that is drawn. */
const WORST: FaultRates = {
  crash: 0.06,
  refuse: 0.06,
  fail: 0.02,
  slow: 0.25,
  meddle: 0.1,
  delay: 0.5,
  lose: 0.15,
  double: 0.3,
  workerLoss: 3,
  kill: 3,
  standstill: 3,
  jump: 2,
  act: 12,
  backfill: 5,
};

export const CALM = NONE;

/** One world in ten is calm; in the others each kind of fault is there or not, more or less often. */
export function drawRates(random: Random): FaultRates {
  if (random.chance(0.1)) return NONE;
  const rates: { -readonly [kind in keyof FaultRates]: number } = { ...WORST };
  for (const kind of Object.keys(WORST) as (keyof FaultRates)[]) rates[kind] *= random.chance(0.6) ? random.next() : 0;
  return rates;
}
