/** Whether a text holds any of Jinja's tags: without one it prints as it is. */
export function hasTags(text: string): boolean {
  return text.includes("{{") || text.includes("{%") || text.includes("{#");
}
