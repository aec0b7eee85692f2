/** How many bytes, as readers know it: `12.3 MB`, `10.7 GB`. src/content/bytes.rs says
 * the same. */
export function bytesInWords(bytes: number) {
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
