// Code in a link: compressed as RFC 1951 says, then in the characters that RFC
// 4648 calls base64url, without padding. The browser does the work.

const FORMAT = "deflate-raw";

// The text compressed; nothing where that would make a link no shorter. It
// fails where the browser cannot.
export async function pack(text: string) {
  const bytes = await piped(text, new CompressionStream(FORMAT), Infinity);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  const packed = btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  return packed.length < encodeURIComponent(text).length ? packed : undefined;
}

// The text that `pack` compressed, which has at most `limit` bytes: a short
// link can hold a text of a gigabyte. It fails where there is no such text.
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
