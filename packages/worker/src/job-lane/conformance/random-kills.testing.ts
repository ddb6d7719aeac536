/**
 * When workers are killed at random: the same moments each time in CI. In a nightly run `MOMIJI_RANDOM_KILLS=50` says how often for
 * each kind of job, at moments of a seed that the names of the cases tell; `MOMIJI_RANDOM_SEED` is set to it to see them again.
 */
import { createHash, randomInt } from "node:crypto";

const KILLS_OF_A_JOB = 3;
const LONGEST_MILLIS = 1_200;
const LONGEST_AFTER_A_LINE_MILLIS = 40;

/** So long after the worker was told of the job, or after this line of it is in the log, whichever the moment is of. */
export interface Moment {
  readonly line: number | null;
  readonly millis: number;
}

/** The kills of one job, one after another. */
export interface Kills {
  /** For the name of the case. */
  readonly words: string;
  readonly moments: readonly Moment[];
}

/** @param jobs whose workers are killed three times each, unless the environment says how often */
export function randomKills(jobs: number, lines: number): Kills[] {
  const { MOMIJI_RANDOM_KILLS: asked, MOMIJI_RANDOM_SEED: seed = asked === undefined ? "0" : String(randomInt(1e6)) } =
    process.env;
  const kills = asked === undefined ? jobs * KILLS_OF_A_JOB : Number(asked);
  return Array.from({ length: Math.ceil(kills / KILLS_OF_A_JOB) }, (_, job) => {
    const first = job * KILLS_OF_A_JOB;
    const count = Math.min(KILLS_OF_A_JOB, kills - first);
    const moments = Array.from({ length: count }, (_each, kill) => momentOf(`${seed} ${first + kill}`, lines));
    return { words: `kills ${first + 1} to ${first + count} of ${kills}, seed ${seed}`, moments };
  });
}

function momentOf(seed: string, lines: number): Moment {
  const bytes = createHash("sha256").update(seed).digest();
  const part = (at: number): number => bytes.readUInt32BE(at) / 2 ** 32;
  if (part(0) < 0.4) return { line: null, millis: part(4) * LONGEST_MILLIS };
  return { line: 1 + Math.floor(part(4) * lines), millis: part(8) * LONGEST_AFTER_A_LINE_MILLIS };
}
