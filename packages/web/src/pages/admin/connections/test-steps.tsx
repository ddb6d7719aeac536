/** How far a test of a connection came, step by step with its time, and what was found there. */
import type { components } from "@momiji/client";
import { useTranslation } from "react-i18next";
import { StateGlyph } from "../../../states/state-glyph.tsx";
import { Took } from "../../../parts/took.tsx";
import styles from "./connections.module.css";

type Result = components["schemas"]["ConnectionTestSteps"];

const STEPS = ["resolve", "connect", "authenticate"] as const;

export function TestSteps({ result: { status, message, steps } }: { readonly result: Result }) {
  const { t } = useTranslation("admin");
  const isOnNetwork = steps.some(({ step }) => step !== "look");
  const missed = isOnNetwork && !status ? STEPS.slice(STEPS.findIndex((step) => step === steps.at(-1)?.step) + 1) : [];
  return (
    <section className={styles["test"]} role="status" aria-label={t("connections.tested")}>
      <strong>{t(status ? "connections.works" : "connections.fails")}</strong>
      {steps.length === 0 && <p>{message}</p>}
      <ol>
        {steps.map(({ step, ok, millis, message: found }) => (
          <li key={step}>
            <StateGlyph state={ok ? "success" : "failed"} />
            <span>
              {t(`connections.step.${step}`)}
              <span className="visually-hidden">: {t(ok ? "connections.passed" : "connections.failed")}</span>
            </span>
            <Took millis={millis} />
            <span className={styles["found"]}>{found}</span>
          </li>
        ))}
        {missed.map((step) => (
          <li key={step}>
            <StateGlyph state="none" />
            <span>{t(`connections.step.${step}`)}</span>
            <span />
            <span className={styles["found"]}>{t("connections.notReached")}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
