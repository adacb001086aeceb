import { LRUCache } from "lru-cache";
import Negotiator from "negotiator";
import { promisify } from "node:util";
import {
  brotliCompress,
  brotliDecompress,
  constants,
  gunzip,
  gzip,
  type BrotliOptions,
} from "node:zlib";

export type Encoding = "br" | "gzip" | "identity";

/** What is rarely sent has its gzip from when somebody has asked for it. */
export type Encoded = { br: Buffer; gzip?: Buffer };

/** As it is kept: what is compressed already has no other form. */
export type Bodies = Encoded | { identity: Buffer };

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);
const inflate = promisify(gunzip);
const brotliInflate = promisify(brotliDecompress);

/**
 * "oftenSent" takes 40 to 95 ms, beside the process's own work, and is ten per cent smaller than
 * what is sent once.
 */
export type Effort = "oftenSent" | "sentOnce";

const brotliQuality = { oftenSent: 11, sentOnce: 5 };
/** The highest would take three times as long, for another three per cent. */
const qualityWithDictionary = { oftenSent: 10, sentOnce: 5 };
/** Measured on all pages: half a per cent smaller than what brotli takes by itself. */
const distancePostfixBits = 3;
const gzipLevel = { oftenSent: 9, sentOnce: 6 };

/** Without the uncompressed form, which would take three times the memory of these two. */
export async function encode(body: Buffer, effort: Effort): Promise<Encoded> {
  if (effort === "sentOnce") return { br: await encodeToKeep("br", body, effort) };
  const [br, gzip] = await Promise.all([
    encodeToKeep("br", body, effort),
    encodeToKeep("gzip", body, effort),
  ]);
  return { br, gzip };
}

/**
 * A copy that holds no more memory than its bytes. zlib gives a view of a larger block, and
 * Buffer.from() one of a pool of 64 kB: whoever keeps a part keeps all of it.
 */
export function unpooledCopy(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}

const encodeToKeep = async (encoding: Encoding, body: Buffer, effort: Effort): Promise<Buffer> =>
  unpooledCopy(await encodeAs(encoding, body, effort));

export const isCompressible = (contentType: string): boolean =>
  !contentType.startsWith("image/png");

export const decode = ({ br, gzip }: Encoded): Promise<Buffer> =>
  gzip ? inflate(gzip) : brotliInflate(br);

export const plainBody = (bodies: Bodies): Buffer | Promise<Buffer> =>
  "identity" in bodies ? bodies.identity : decode(bodies);

/** At once where it is kept in this form, or never kept in another. */
export function bodyIn(encoding: Encoding, bodies: Bodies): Buffer | Promise<Buffer> {
  if ("identity" in bodies || encoding === "identity") return plainBody(bodies);
  return encoding === "br" ? bodies.br : (bodies.gzip ?? addGzip(bodies));
}

async function addGzip(bodies: Encoded): Promise<Buffer> {
  bodies.gzip = await encodeToKeep("gzip", await decode(bodies), "sentOnce");
  return bodies.gzip;
}

export async function encodeAs(encoding: Encoding, body: Buffer, effort: Effort): Promise<Buffer> {
  if (encoding === "identity") return body;
  if (encoding === "gzip") return deflate(body, { level: gzipLevel[effort] });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: brotliQuality[effort],
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    [constants.BROTLI_PARAM_NPOSTFIX]: distancePostfixBits,
    // A window as large as the page is enough; otherwise compression takes megabytes per page.
    [constants.BROTLI_PARAM_LGWIN]: Math.min(
      Math.max(Math.ceil(Math.log2(body.length + 1)), constants.BROTLI_MIN_WINDOW_BITS),
      constants.BROTLI_DEFAULT_WINDOW,
    ),
  };
  return brotli(body, { params });
}

const dictionaryMagic = Buffer.from([0xff, 0x44, 0x43, 0x42]);

/** `dcb` of RFC 9842: brotli of what a dictionary does not hold, after the dictionary's hash. */
export async function encodeWithDictionary(
  body: Buffer,
  { content, sha256 }: { content: Buffer; sha256: Buffer },
  effort: Effort,
): Promise<Buffer> {
  const options: BrotliOptions & { dictionary: Buffer } = {
    dictionary: content,
    params: {
      [constants.BROTLI_PARAM_QUALITY]: qualityWithDictionary[effort],
      [constants.BROTLI_PARAM_LGWIN]: 18,
    },
  };
  return unpooledCopy(Buffer.concat([dictionaryMagic, sha256, await brotli(body, options)]));
}

export const acceptsDictionaries = (accepted: string | undefined): boolean =>
  /(^|[,\s])dcb\s*(,|;\s*q=(1|0?\.\d*[1-9])|$)/.test(accepted ?? "");

const preferred = ["br", "gzip"];
const available = ["br", "gzip", "identity"] as const;

/** Since negotiator 1.0; its published types lack it. */
type EncodingNegotiator = {
  encoding(available: readonly string[], options: { preferred: string[] }): string | undefined;
};

/** Browsers say this in a few ways only, which take longer to read than a page takes to send. */
const chosenBefore = new LRUCache<string, Encoding>({ max: 100 });
const maxRememberedLength = 100;

export function chooseEncoding(accepted = ""): Encoding {
  const known = chosenBefore.get(accepted);
  if (known) return known;
  const chosen = negotiate(accepted);
  if (accepted.length <= maxRememberedLength) chosenBefore.set(accepted, chosen);
  return chosen;
}

function negotiate(accepted: string): Encoding {
  const headers = { "accept-encoding": accepted };
  const negotiator = new Negotiator({ headers }) as unknown as EncodingNegotiator;
  const chosen = negotiator.encoding(available, { preferred });
  return available.find((encoding) => encoding === chosen) ?? "identity";
}
