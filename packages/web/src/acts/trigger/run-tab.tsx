/** A run now: with the DAG's defaults, or with what another run had. */
import { useTranslation } from "react-i18next";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { ActFoot, Moved } from "../act-frame.tsx";
import { isMovedOn } from "../conflict.ts";
import { useRefusal } from "../use-refusal.ts";
import { CopyAs } from "./copy-as.tsx";
import { Outcome } from "./outcome.tsx";
import { ParamForm } from "./param-form.tsx";
import { type Conf, confOf, type Entries, type ParamField } from "./params.ts";
import { RunOptions } from "./run-options.tsx";
import { useTrigger } from "./use-trigger.ts";

interface RunTabProps {
  readonly dagId: string;
  readonly fields: readonly ParamField[];
  readonly initial: Entries;
  /** What another run was given that is repeated: what becomes different is marked. Null: none is. */
  readonly copied: Conf | null;
}

export function RunTab({ dagId, fields, initial, copied }: RunTabProps) {
  const { t } = useTranslation("trigger");
  const run = useTrigger({ dagId, fields, initial, copied });
  const refusal = useRefusal("run", [dagId], "create");
  const { preview, make } = run;
  const isMoved = isMovedOn(make.error);
  const problem = make.error !== null && !isMoved ? make.error : preview.error;
  const isThere = preview.data !== undefined && preview.data.existing !== null;
  return (
    <>
      {isMoved && <Moved />}
      <ParamForm
        fields={fields}
        entries={run.entries}
        touched={run.touched}
        was={copied === null ? null : confOf(initial)}
        onChange={run.setEntries}
        onTouch={run.touch}
        onBroken={run.setBroken}
      />
      <RunOptions request={run.request} onChange={run.setRequest} />
      <ActFoot
        confirm={t("trigger")}
        isReady={run.isReady && refusal === null && !isThere}
        isPending={make.isPending}
        hint={refusal ?? (isThere ? t("thereAlready") : run.isReady ? null : t("notReady"))}
        more={<CopyAs dagId={dagId} body={run.body} />}
        above={
          <>
            {problem !== null && <ProblemPanel error={problem} />}
            {preview.data !== undefined && (
              <Outcome preview={preview.data} switchesOn={run.switchesOn} onSwitchOn={run.setSwitchesOn} />
            )}
          </>
        }
        onConfirm={run.submit}
      />
    </>
  );
}
