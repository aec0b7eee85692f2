// Code in a link: compressed with DEFLATE (RFC 1951), then encoded as base64url (RFC
// 4648) without padding.

const FORMAT = "deflate-raw";

// Compresses a text; returns nothing if that would not make the link shorter. Fails if
// the browser does not support it.
export async function pack(text: string) {
  const bytes = await piped(text, new CompressionStream(FORMAT), Infinity);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  const packed = btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  return packed.length < encodeURIComponent(text).length ? packed : undefined;
}

// The text that `pack` compressed. Fails for anything else, and for a text of more than
// `limit` bytes: a short link can hold a gigabyte.
export async function unpack(packed: string, limit: number) {
  const binary = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const text = await piped(bytes, new DecompressionStream(FORMAT), limit);
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(text);
}

async function piped(
  body: BodyInit,
  through: CompressionStream | DecompressionStream,
  limit: number,
) {
  const reader = (new Response(body).body as ReadableStream<Uint8Array<ArrayBuffer>>)
    .pipeThrough(through)
    .getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.byteLength;
    if (length > limit) {
      await reader.cancel();
      throw new RangeError("the text is too long");
    }
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
