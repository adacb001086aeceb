import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type Encoding = "br" | "gzip" | "identity";

/** A body in each form that browsers ask for. */
export type Encoded = Record<Encoding, Buffer>;

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** Every form of a page that is remembered. */
export async function encode(body: Buffer): Promise<Encoded> {
  const [br, gzipped] = await Promise.all([encodeAs("br", body), encodeAs("gzip", body)]);
  return { identity: body, br, gzip: gzipped };
}

/** The one form that is asked for. */
export async function encodeAs(encoding: Encoding, body: Buffer): Promise<Buffer> {
  if (encoding === "identity") return body;
  if (encoding === "gzip") return deflate(body, { level: 9 });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 9,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  return brotli(body, { params });
}

/** The smallest form that the visitor's browser takes, from its Accept-Encoding header. */
export function chooseEncoding(accepted: string | undefined): Encoding {
  const takes = new Set(
    (accepted ?? "")
      .toLowerCase()
      .split(",")
      .map((part) => part.trim().split(/\s*;\s*/))
      .filter(([, quality]) => !/^q=0(\.0*)?$/.test(quality ?? ""))
      .map(([name]) => name),
  );
  if (takes.has("br")) return "br";
  return takes.has("gzip") ? "gzip" : "identity";
}
