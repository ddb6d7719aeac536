import { DAY, HOUR, MINUTE, type MicrosSpan, SECOND } from "../instant.ts";

/** A positive span as Python prints a `timedelta`, which is what Airflow's lists show: `1 day, 0:00:00`. */
export function spanText(span: MicrosSpan): string {
  const days = Math.floor(span / DAY);
  const rest = span % DAY;
  const clock = [Math.floor(rest / HOUR), twoDigits((rest / MINUTE) % 60), twoDigits((rest / SECOND) % 60)].join(":");
  const micros = rest % SECOND;
  const fraction = micros === 0 ? "" : `.${String(micros).padStart(6, "0")}`;
  const day = days === 0 ? "" : `${days} day${days === 1 ? "" : "s"}, `;
  return `${day}${clock}${fraction}`;
}

function twoDigits(value: number): string {
  return String(Math.floor(value)).padStart(2, "0");
}
