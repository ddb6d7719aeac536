/** The body of the benchmarks' tasks: pure work whose size is chosen by a number. */
export function fibo(n: number): number {
  return n < 2 ? n : fibo(n - 1) + fibo(n - 2);
}
