/** How a part of the benchmarks of the interface says what it measured. */
export type Tell = (metric: string, value: number, how: { unit: string; atMost?: number; atLeast?: number }) => void;
