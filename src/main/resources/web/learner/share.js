// A link that holds what is known, compressed, behind the # of the address: browsers do not send that part to a server.
const MARK = "#s=";

async function through(stream, bytes) {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}

export async function encode(known) {
  const bytes = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(JSON.stringify(known)));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

export async function link(known) {
  return location.origin + location.pathname + MARK + await encode(known);
}

/** What the address of this page holds; nothing if it holds nothing; an error if it was damaged on the way. */
export async function shared(hash = location.hash) {
  if (!hash.startsWith(MARK)) return undefined;
  const text = atob(hash.slice(MARK.length).replaceAll("-", "+").replaceAll("_", "/"));
  const known = JSON.parse(new TextDecoder().decode(
    await through(new DecompressionStream("deflate-raw"), Uint8Array.from(text, (c) => c.charCodeAt(0)))));
  if (known === null || typeof known !== "object" || Array.isArray(known)) throw new Error("a link that holds something else");
  return known;
}
