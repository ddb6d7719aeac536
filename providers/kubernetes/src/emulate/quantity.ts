/** Amounts as Kubernetes writes them: `200m`, `1.5`, `256Mi`, `1G`. */
const FACTORS: { readonly [suffix: string]: number } = {
  m: 1e-3,
  "": 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
};

/** @throws in words for what is none */
export function quantity(value: unknown): number {
  const [, amount, suffix = ""] = /^([\d.]+(?:[eE][+-]?\d+)?)([a-zA-Z]{0,2})$/.exec(String(value)) ?? [];
  const factor = FACTORS[suffix];
  if (amount === undefined || factor === undefined || Number.isNaN(Number(amount)))
    throw new Error(`${JSON.stringify(value)} is no amount: write "200m", "1.5", "256Mi" or "1G"`);
  return Number(amount) * factor;
}
