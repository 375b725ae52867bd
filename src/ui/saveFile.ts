/** Hands a text, or bytes, to a person as a file. */
export const saveFile = (name: string, content: BlobPart, type: string): void =>
  saveBlob(name, new Blob([content], { type }));

export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
