/** Whom the act touches, what becomes of each, and what follows beyond them. */
import { Badge, Button, Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { durationText } from "../format/duration.ts";
import { usePreferences } from "../preferences/preferences.ts";
import { StateBadge } from "../states/state-badge.tsx";
import { readState } from "../states/state.ts";
import styles from "./acts.module.css";
import type { ReachRequest } from "./open-act.ts";
import { byRun, isUnderWay, keyOf, nameOf, type PreviewItem, type WholePreview } from "./preview.ts";
import type { ReachState } from "./use-reach.ts";

interface ConsequencesProps {
  readonly request: ReachRequest;
  readonly act: ReachState;
}

export function Consequences({ request, act }: ConsequencesProps) {
  const { t } = useTranslation("acts");
  const { whole: shown, items, differences } = act;
  if (shown === undefined) return null;
  const nothing = shown.total === 0 && (
    <p className={styles["nothing"]}>{t(request.kind === "clear" ? "nothingToClear" : "nothing")}</p>
  );
  if (nothing !== false && differences.gone.length === 0) return nothing;
  const runs = byRun([...items, ...differences.gone]);
  return (
    <>
      {nothing}
      {shown.groups.length > 0 && <Groups shown={shown} act={act} isClear={request.kind === "clear"} />}
      <div className={styles["list"]} tabIndex={0} role="region" aria-label={t("list")}>
        {[...runs].map(([runId, ofRun]) => (
          <section key={runId}>
            {runs.size > 1 && (
              <h3>
                {runId} <span className={styles["quiet"]}>{t("count", { count: ofRun.length })}</span>
              </h3>
            )}
            <ul className={styles["items"]}>
              {ofRun.map((item) => (
                <Item key={keyOf(item)} item={item} request={request} act={act} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {shown.total > items.length && (
        <p className={styles["more"]}>
          {t("more", { count: shown.total - items.length })}{" "}
          {act.loadMore !== undefined && (
            <Button size="compact-xs" variant="default" onClick={() => void act.loadMore?.()}>
              {t("showMore")}
            </Button>
          )}
        </p>
      )}
      {act.exact !== undefined && <Follows preview={act.exact} isClear={request.kind === "clear"} />}
    </>
  );
}

/** A list that nobody reads to its end, in short. */
function Groups({
  shown,
  act,
  isClear,
}: {
  readonly shown: WholePreview;
  readonly act: ReachState;
  readonly isClear: boolean;
}) {
  const { t } = useTranslation("acts");
  return (
    <>
      <ul className={styles["groups"]} aria-label={t("groups")}>
        {shown.groups.map(({ task_id: taskId, effect, count, runs }) => (
          <li key={`${taskId} ${effect}`}>
            <span className={styles["name"]}>{taskId}</span> {t("group", { count, runs: t("inRuns", { count: runs }) })}
          </li>
        ))}
      </ul>
      {isClear && (
        <Checkbox
          size="xs"
          label={t("stopRunning")}
          checked={act.stopsRunning}
          onChange={({ currentTarget: { checked } }) => act.setStopsRunning(checked)}
        />
      )}
    </>
  );
}

function Item({ item, request, act }: ConsequencesProps & { readonly item: PreviewItem }) {
  const { t } = useTranslation(["acts", "states"]);
  const mark = act.differences.marks.get(keyOf(item));
  const isGone = mark === "gone";
  const isOn = !isGone && act.isTicked(item);
  // What it waits for may have been left out.
  const now = act.exact?.items.find((each) => keyOf(each) === keyOf(item)) ?? item;
  const words = isGone
    ? t("acts:isGone")
    : isOn
      ? wordsOf(now)
      : isUnderWay(item)
        ? t("acts:effect.goesOn")
        : t("acts:effect.kept");
  function wordsOf({ effect, waits_for: names, to }: PreviewItem): string {
    if (request.kind === "clear" && isUnderWay(item)) return t("acts:effect.stopped");
    if (request.kind === "mark" && effect === "will_run") return t("acts:effect.will_start");
    return t(`acts:effect.${effect}`, { names: names.join(", "), state: t(`states:${readState(to)}`) });
  }
  return (
    <li data-left={!isOn} data-difference={mark}>
      {request.kind === "clear" && (
        <Checkbox
          size="xs"
          aria-label={t("acts:tick", { task: nameOf(item) })}
          checked={isOn}
          disabled={isGone}
          onChange={({ currentTarget: { checked } }) => act.tick(item, checked)}
        />
      )}
      <span className={styles["state"]}>
        <StateBadge state={readState(item.from)} />
      </span>
      <span className={styles["name"]}>{nameOf(item)}</span>
      <span className={styles["effect"]}>
        {words}
        {mark !== undefined && (
          <Badge size="sm" variant="outline" color="yellow" className={styles["mark"]}>
            {t(`acts:difference.${mark}`)}
          </Badge>
        )}
      </span>
    </li>
  );
}

function Follows({ preview, isClear }: { readonly preview: WholePreview; readonly isClear: boolean }) {
  const { t } = useTranslation(["acts", "states"]);
  const { language } = usePreferences();
  const { runs, dags, assets, estimateMs, items } = preview;
  const changed = runs.filter(({ from, to }) => from !== to);
  const [only] = changed;
  const starting = items.filter(({ effect }) => effect === "will_run").map(nameOf);
  return (
    <div className={styles["follows"]}>
      {!isClear && starting.length > 0 && (
        <p>{t("acts:willStart", { names: starting.join(", "), count: starting.length })}</p>
      )}
      {changed.length === 1 && only !== undefined && (
        <p>{t("acts:run", { from: t(`states:${readState(only.from)}`), to: t(`states:${readState(only.to)}`) })}</p>
      )}
      {changed.length > 1 && <p>{t("acts:runs", { count: changed.length })}</p>}
      {isClear && preview.total > 0 && <p>{t("acts:sideEffects")}</p>}
      {dags.length > 0 && <p>{t("acts:listeners", { names: dags.join(", "), assets: assets.join(", ") })}</p>}
      {estimateMs !== null && isClear && <p>{t("acts:estimate", { duration: durationText(estimateMs, language) })}</p>}
    </div>
  );
}
