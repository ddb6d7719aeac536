/** What is said of runs and cells, made once for all of them. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { instantText, readInstant } from "../../../format/instant.ts";
import { useZone } from "../../../preferences/zone.ts";
import { readState, stateOfLetter } from "../../../states/state.ts";
import type { CellExtra, GridRow, GridRun } from "./grid.ts";

export interface GridWords {
  /** When it was due. */
  momentOf(run: GridRun): string;
  /** When it was due, its state, and of which type it is. */
  runName(run: GridRun): string;
  cellName(row: GridRow, run: GridRun, cell: Cell): string;
}

interface Cell {
  readonly letter: string;
  readonly extra: CellExtra | undefined;
}

export function useGridWords(): GridWords {
  const { t, i18n } = useTranslation(["dag", "states"]);
  const zone = useZone();
  return useMemo(() => {
    const moments = new Map<string, string>();
    const momentOf = ({ id, runAfter }: GridRun): string => {
      let moment = moments.get(runAfter);
      if (moment === undefined) {
        const at = readInstant(runAfter);
        moment = at === null ? id : instantText(at, zone);
        moments.set(runAfter, moment);
      }
      return moment;
    };
    const words = new Map<string, string>();
    const wordOf = (letter: string): string => {
      let word = words.get(letter);
      if (word === undefined) {
        const state = stateOfLetter(letter);
        word = state === null ? t("dag:grid.notInVersion") : t(`states:${state}`);
        words.set(letter, word);
      }
      return word;
    };
    const asides = ({ t: tries, n: note, m: counts }: CellExtra): readonly string[] => [
      ...(counts === undefined ? [] : [t("dag:grid.instances", instancesOf(counts))]),
      ...(tries === undefined ? [] : [t("dag:grid.try", { count: tries })]),
      ...(note === undefined ? [] : [t("dag:grid.noted")]),
    ];
    return {
      momentOf,
      runName: (run) =>
        [momentOf(run), t(`states:${readState(run.state)}`), t(`dag:grid.type.${typeOf(run)}`)].join(", "),
      cellName: (row, run, { letter, extra }) => {
        const said = [row.label ?? row.id, wordOf(letter), momentOf(run)];
        return (extra === undefined ? said : [...said, ...asides(extra)]).join(", ");
      },
    };
    // The instance of i18n says when the language is another.
  }, [t, i18n.language, zone]);
}

export function instancesOf(counts: { readonly [state: string]: number }) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { done: counts["success"] ?? 0, all };
}

export const RUN_TYPES = ["scheduled", "manual", "backfill", "asset_triggered"] as const;

/** Whatever else there is was begun by something outside. */
function typeOf({ type }: Pick<GridRun, "type">): (typeof RUN_TYPES)[number] | "other" {
  return RUN_TYPES.find((one) => one === type) ?? "other";
}
