/** Hands a text to the reader as a file. */
export function save(text: string, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  link.download = name;
  link.click();
  // The browser has taken it by the time of the next task.
  setTimeout(() => URL.revokeObjectURL(link.href));
}
