/** Grid, graph or gantt: three views of the same tasks. */
import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useKeys } from "../../keys/use-keys.ts";
import { useView, VIEWS } from "./dag-search.ts";

export function ViewSwitch() {
  const { t } = useTranslation("dag");
  const [view, choose] = useView();
  useKeys({ v: () => choose(VIEWS[(VIEWS.indexOf(view) + 1) % VIEWS.length] ?? "grid") });
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("views.label")}
      value={view}
      onChange={(value) => choose(VIEWS.find((one) => one === value) ?? "grid")}
      data={VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))}
      transitionDuration={0}
    />
  );
}
