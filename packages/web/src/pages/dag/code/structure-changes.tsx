/** How the structure of a DAG changed between two versions. */
import { useTranslation } from "react-i18next";
import { Empty, Panel } from "../../../parts/panel.tsx";
import styles from "./code.module.css";
import { structureChanges } from "./structure.ts";
import type { VersionDiff } from "./sources.ts";

/** Their shapes, beside the words. */
const SIGNS = { added: "+", removed: "−", changed: "~" };

export function StructureChanges({ structure }: { readonly structure: VersionDiff["structure"] }) {
  const { t } = useTranslation("code");
  const changes = structureChanges(structure);
  return (
    <Panel title={t("structure.title")} count={changes.length}>
      {changes.length === 0 && <Empty>{t("structure.same")}</Empty>}
      <ul className={styles["changes"]}>
        {changes.map(({ about, kind, name, fields }) => (
          <li key={`${about} ${kind} ${name}`} data-kind={kind}>
            <span aria-hidden="true">{SIGNS[kind]}</span>
            <span className={styles["kind"]}>
              {t(`structure.${about}`)} · {t(`structure.${kind}`)}
            </span>
            <code>{fields.length === 0 ? name : t("structure.fields", { task: name, fields: fields.join(", ") })}</code>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
