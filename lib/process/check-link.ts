import { Resolver } from "node:dns/promises";
import { request as requestByHttp, type Agent } from "node:http";
import { request as requestByHttps } from "node:https";
import { isIP } from "node:net";
import PQueue from "p-queue";
import { isPublicAddress } from "@/lib/process/public-address";

// The one door through which the site asks another. Strangers choose what is asked, so it must not
// lead inward: to this machine, its network or its cloud.

export const maxRedirects = 3;
export const maxSeconds = 5;
const maxWaiting = 5;
/** Where a server ignores that so little was asked for, the connection ends all the same. */
const firstBytes = "bytes=0-63";

export type LinkFailure =
  /** No link of the web, another port than the usual one, or with a password in it. */
  | "not_allowed"
  | "not_public"
  | "no_such_name"
  | "unreachable"
  | "untrusted"
  | "too_slow"
  | "too_many_redirects";

export type LinkAnswer = { status: number } | { failure: LinkFailure };

/** What tests put their own in the place of. */
export type Network = {
  /** All addresses of a name. */
  resolve: (name: string) => Promise<string[]>;
  agent?: Agent;
};

/** Asks name servers alone, and holds no thread of this process while they are silent. */
async function resolveName(name: string): Promise<string[]> {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  const found = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
  return found.flatMap((each) => (each.status === "fulfilled" ? each.value : []));
}

const internet: Network = { resolve: resolveName };

const queue = new PQueue({ concurrency: 1 });

/** One at a time. Null where too many wait already. */
export async function checkLink(
  link: string,
  network = internet,
  maxMs = maxSeconds * 1_000,
): Promise<LinkAnswer | null> {
  if (queue.size >= maxWaiting) return null;
  return queue.add(() => ask(link, network, maxMs));
}

class Refused extends Error {
  constructor(readonly failure: LinkFailure) {
    super(failure);
  }
}

async function ask(link: string, network: Network, maxMs: number): Promise<LinkAnswer> {
  const signal = AbortSignal.timeout(maxMs);
  try {
    let url = parseLink(link);
    for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
      const { status, location } = await askPage(url, network, signal);
      if (!location) return { status };
      url = parseLink(location, url);
    }
    return { failure: "too_many_redirects" };
  } catch (error) {
    return { failure: signal.aborted ? "too_slow" : failureOf(error) };
  }
}

function parseLink(link: string, base?: URL): URL {
  const url = URL.parse(link, base?.href);
  const isAllowed =
    url &&
    (url.protocol === "https:" || url.protocol === "http:") &&
    // The port that is usual for a protocol is left out of its addresses.
    url.port === "" &&
    url.username === "" &&
    url.password === "";
  if (!isAllowed) throw new Refused("not_allowed");
  return url;
}

type Page = { status: number; location?: string };

/** Some servers know no HEAD, or answer it with an error. */
async function askPage(url: URL, network: Network, signal: AbortSignal): Promise<Page> {
  const address = await findAddress(url, network, signal);
  const options = { address, signal, agent: network.agent ?? (false as const) };
  const page = await send(url, { ...options, method: "HEAD" });
  return page.status < 400 ? page : send(url, { ...options, method: "GET" });
}

async function findAddress(url: URL, network: Network, signal: AbortSignal): Promise<string> {
  const name = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(name) ? [name] : await withSignal(resolve(name, network), signal);
  const [first] = addresses;
  if (!first) throw new Refused("no_such_name");
  if (!addresses.every(isPublicAddress)) throw new Refused("not_public");
  return first;
}

const resolve = (name: string, network: Network): Promise<string[]> =>
  network.resolve(name).catch(() => []);

const withSignal = <Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(new Refused("too_slow")), { once: true });
    }),
  ]);

type Sending = {
  /** The one that was looked at: the name is not resolved once more. */
  address: string;
  method: "HEAD" | "GET";
  signal: AbortSignal;
  agent: Agent | false;
};

function send(url: URL, { address, method, ...options }: Sending): Promise<Page> {
  const isSecure = url.protocol === "https:";
  const name = isIP(address) && url.hostname.includes(address) ? undefined : url.hostname;
  return new Promise((resolve, reject) => {
    const request = (isSecure ? requestByHttps : requestByHttp)({
      ...options,
      method,
      hostname: address,
      path: url.pathname + url.search,
      ...(isSecure && name && { servername: name }),
      headers: {
        host: url.host,
        accept: "*/*",
        "user-agent": "Mozilla/5.0 (compatible; link check)",
        ...(method === "GET" && { range: firstBytes }),
      },
    });
    request.on("error", reject);
    request.on("response", (response) => {
      response.on("error", reject);
      const { statusCode = 0, headers } = response;
      const isRedirect = [301, 302, 303, 307, 308].includes(statusCode);
      resolve({ status: statusCode, ...(isRedirect && { location: headers.location }) });
      response.destroy();
    });
    request.end();
  });
}

function failureOf(error: unknown): LinkFailure {
  if (error instanceof Refused) return error.failure;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code) ? "untrusted" : "unreachable";
}
