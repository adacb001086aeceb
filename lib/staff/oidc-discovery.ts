import http from "node:http";
import https from "node:https";
import { json } from "node:stream/consumers";
import { z } from "zod";
import { hourMs } from "@/lib/durations";
import { log } from "@/lib/log";

const metadataSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
});

/** Where the directory is asked what (OpenID Connect Discovery). */
export type DirectoryMetadata = z.infer<typeof metadataSchema>;

const keptMs = hourMs;
const failureKeptMs = 30_000;
const timeoutMs = 3_000;

type Discovery = { issuer: string; until: number; metadata: Promise<DirectoryMetadata> };

let last: Discovery | undefined;

/**
 * Remembered, also where it failed: strangers may begin to sign in as often as they like, and
 * neither the directory nor the site's slots pay for it.
 * @throws if the directory does not answer, or with something else
 */
export function discoverDirectory(issuer: string): Promise<DirectoryMetadata> {
  if (last?.issuer === issuer && Date.now() < last.until) return last.metadata;
  const metadata = readMetadata(issuer);
  const discovery: Discovery = { issuer, until: Date.now() + keptMs, metadata };
  last = discovery;
  metadata.catch((error: unknown) => {
    log.warn({ err: error }, "OIDC discovery failed");
    discovery.until = Date.now() + failureKeptMs;
  });
  return metadata;
}

async function readMetadata(issuer: string): Promise<DirectoryMetadata> {
  const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const { get } = address.startsWith("https:") ? https : http;
  const answer = await new Promise<http.IncomingMessage>((resolve, reject) => {
    get(address, { signal: AbortSignal.timeout(timeoutMs) }, resolve).on("error", reject);
  });
  return metadataSchema.parse(await json(answer));
}
