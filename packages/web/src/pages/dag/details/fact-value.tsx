/** The value of a property, drawn as what it is. */
import { useTranslation } from "react-i18next";
import { readInstant } from "../../../format/instant.ts";
import { JsonView } from "../../../parts/json-view.tsx";
import { Markdown } from "../../../parts/markdown.tsx";
import { When } from "../../../parts/when.tsx";
import { type Fact, isUnset } from "./dag-facts.ts";
import styles from "./details.module.css";

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/;

export function FactValue({ fact: { name, value } }: { readonly fact: Fact }) {
  const { t } = useTranslation("code");
  if (isUnset(value)) return <span className={styles["unset"]}>{t("details.unset")}</span>;
  if (name === "doc_md" && typeof value === "string") return <Markdown text={value} />;
  if (name === "tags" && Array.isArray(value))
    return <>{value.map((tag: { readonly name: string }) => tag.name).join(", ")}</>;
  if (name === "paused_reason" || name === "held_reason")
    return <span title={String(value)}>{t(`details.because.${name}`)}</span>;
  if (typeof value === "boolean") return <>{t(value ? "details.yes" : "details.no")}</>;
  if (typeof value === "number") return <>{value.toLocaleString()}</>;
  if (typeof value === "string") {
    if (INSTANT.test(value) && readInstant(value) !== null) return <When at={value} />;
    return <span className={styles["text"]}>{value}</span>;
  }
  if (Array.isArray(value) && value.every((each) => typeof each === "string"))
    return <span className={styles["text"]}>{value.join(", ")}</span>;
  return <JsonView value={value} />;
}
