/** What a new installation greets with: three ways to the first DAG. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { CopyButton } from "../../parts/copy-button.tsx";
import { Gap } from "../../parts/gap.tsx";
import styles from "./home.module.css";

const FIRST = `import { dag } from "momiji";
import { bash } from "momiji/operators";

export default dag({ id: "hello", schedule: "@daily" }, () => {
  const extract = bash("extract", { command: "echo some data" });
  const load = bash("load", { command: "echo into somewhere" });
  extract.before(load);
});
`;

const AIRFLOW = `# Airflow
extract >> load
# Momiji
extract.before(load);
`;

const WAYS = [
  { word: "write", text: FIRST },
  { word: "bring", text: AIRFLOW },
  { word: "example", text: "npm start" },
] as const;

/** @param folder where DAG files are looked for; absent: this reader may not know */
export default function EmptyProduct({ folder }: { readonly folder: string | undefined }) {
  const { t } = useTranslation("home");
  return (
    <>
      <p>{t("empty.text")}</p>
      <ul className={styles["ways"]}>
        {WAYS.map(({ word, text }) => (
          <li key={word}>
            <h2>{t(`empty.${word}.title`)}</h2>
            <p>
              {word === "write" && folder !== undefined ? t("empty.write.into", { folder }) : t(`empty.${word}.text`)}
              {word === "bring" && (
                <>
                  <Gap />
                  <Link to="/help/$" params={{ _splat: "guides/coming-from-airflow" }}>
                    {t("empty.bring.guide")}
                  </Link>
                </>
              )}
            </p>
            <div className={styles["code"]}>
              <pre>{text}</pre>
              <CopyButton text={text} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
