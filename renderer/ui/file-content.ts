/** The content of a file that the user chose, as base64, which is how files go to the core. */
export async function readBase64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const parts: string[] = [];
  // A call takes about 65,000 arguments; parts of whole triples join without padding between them.
  for (let at = 0; at < bytes.length; at += 49_152)
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 49_152))));
  return parts.join('');
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** Hands a file to the browser, which asks where to, or puts it into the folder for downloads. */
export function download(fileName: string, base64: string): void {
  downloadBytes(fileName, bytesOf(base64));
}

/** The same for a text, written as UTF-8. */
export function downloadText(fileName: string, text: string): void {
  downloadBytes(fileName, text);
}

function downloadBytes(fileName: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
