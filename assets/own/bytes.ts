/** A number of bytes for readers: `12.3 MB`, `10.7 GB`. src/content/bytes.rs formats them
 * the same way. */
export function bytesInWords(bytes: number) {
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
