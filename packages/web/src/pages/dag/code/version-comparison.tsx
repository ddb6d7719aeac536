/** Two versions beside each other: their structure, and their file. */
import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { CodeDiff } from "../../../parts/code/code-diff.tsx";
import { languageOfFile } from "../../../parts/code/language.ts";
import { Empty, Panel } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { useVersionDiff, type VersionDiff } from "./sources.ts";
import { StructureChanges } from "./structure-changes.tsx";

export type Shape = "side" | "inline";

interface VersionComparisonProps {
  readonly dagId: string;
  /** The older one is on the left, whichever was chosen first. */
  readonly versions: readonly [number, number];
  readonly shape: Shape;
  readonly wrap: boolean;
  onShape(shape: Shape): void;
}

export function VersionComparison({ dagId, versions, shape, wrap, onShape }: VersionComparisonProps) {
  const { t } = useTranslation("code");
  const [a, b] = [Math.min(...versions), Math.max(...versions)];
  const { data, error, refetch } = useVersionDiff(dagId, a, b);
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <>
      <StructureChanges structure={data.structure} />
      {data.withheld && <Empty>{t("withheld")}</Empty>}
      {!data.withheld && (
        <Panel title={data.files.map(({ path }) => path).join(", ")}>
          <SegmentedControl
            size="xs"
            mb="xs"
            aria-label={t("diff.shape")}
            value={shape}
            data={[
              { value: "side", label: t("diff.side") },
              { value: "inline", label: t("diff.inline") },
            ]}
            onChange={(chosen) => onShape(chosen)}
          />
          {data.files.map((file) => (
            <FileDiff key={file.path} file={file} labels={[`v${a}`, `v${b}`]} shape={shape} wrap={wrap} />
          ))}
        </Panel>
      )}
    </>
  );
}

interface FileDiffProps extends Pick<VersionComparisonProps, "shape" | "wrap"> {
  readonly file: VersionDiff["files"][number];
  readonly labels: readonly [string, string];
}

function FileDiff({ file: { path, was, isChanged, a, b, isTooLong }, labels, shape, wrap }: FileDiffProps) {
  const { t } = useTranslation("code");
  if (isTooLong) return <Empty>{t("diff.tooLong")}</Empty>;
  if (a === null || b === null) return <Empty>{t("diff.gone")}</Empty>;
  return (
    <>
      {was !== path && <p>{t("diff.moved", { was, path })}</p>}
      {a === b ? (
        <Empty>{t(isChanged ? "diff.sameButImports" : "diff.same")}</Empty>
      ) : (
        <CodeDiff a={a} b={b} language={languageOfFile(path)} labels={labels} shape={shape} wrap={wrap} />
      )}
    </>
  );
}
