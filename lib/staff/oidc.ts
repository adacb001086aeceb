import { createHash } from "node:crypto";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type AuthOptions } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { readEnv, siteUrl } from "@/lib/env";
import { discoverDirectory } from "@/lib/staff/oidc-discovery";
import { currentSecret } from "@/lib/site-secrets";
import { newToken } from "@/lib/tokens";

const oidcCallbackPath = "/admin/sign-in/oidc/callback";

/** The domain whose directory signs people in. Null where there is none. */
export const oidcDomain = (): string | null => readEnv().OIDC_DOMAIN ?? null;

type Claims = { email?: unknown; email_verified?: unknown };

export function oidcProviders(): OAuthConfig<Claims>[] {
  const { OIDC_ISSUER: issuer, OIDC_DOMAIN: domain, ...env } = readEnv();
  if (!issuer || !domain) return [];
  const redirectUri = siteUrl() + oidcCallbackPath;
  return [
    {
      id: "oidc",
      name: "OpenID Connect",
      type: "oauth",
      issuer,
      clientId: env.OIDC_CLIENT_ID,
      clientSecret: env.OIDC_CLIENT_SECRET,
      idToken: true,
      checks: ["state", "nonce", "pkce"],
      // Both times: next-auth would name the callback of its own routes.
      authorization: { params: { scope: "openid email", redirect_uri: redirectUri } },
      token: {
        request: async ({ client, params, checks }) => ({
          tokens: await client.callback(redirectUri, params, checks),
        }),
      },
      profile: (claims) => {
        const email = verifiedAddress(claims, domain);
        return { id: email, email };
      },
    },
  ];
}

/** @throws for an address that the directory has not verified, or of another domain */
function verifiedAddress({ email, email_verified: isVerified }: Claims, domain: string): string {
  const address = typeof email === "string" ? email.toLowerCase() : "";
  if (isVerified !== true || !address.endsWith(`@${domain}`))
    throw new Error("The directory gave no verified address of the allowed domain.");
  return address;
}

const cookiePrefix = "staff-oidc-";
export const oidcCookiePath = "/admin/sign-in/oidc";

export function oidcCookies(secure: boolean): AuthOptions["cookies"] {
  const options = { httpOnly: true, sameSite: "lax" as const, secure, path: oidcCookiePath };
  const cookie = (name: string) => ({ name: cookiePrefix + name, options });
  return {
    state: cookie("state"),
    nonce: cookie("nonce"),
    pkceCodeVerifier: cookie("pkce"),
    csrfToken: cookie("csrf"),
  };
}

/** What ties the answer of the directory to the browser that asked. */
export const oidcCookieNames = ["state", "nonce", "pkce"].map((name) => cookiePrefix + name);

type Cookies = Readonly<Record<string, string>>;
type Answer = { location: string | null; headers: Headers };

/**
 * @returns where the directory asks the person, with cookies that only this browser has; neither
 *   where it does not answer
 */
export function beginOidc(options: AuthOptions): Promise<Answer> {
  const csrfToken = newToken();
  const hash = createHash("sha256")
    .update(csrfToken + currentSecret())
    .digest("hex");
  return callNextAuth(options, {
    method: "POST",
    query: { nextauth: ["signin", "oidc"] },
    body: { csrfToken },
    cookies: { [`${cookiePrefix}csrf`]: `${csrfToken}|${hash}` },
  });
}

/** @param query that the directory has sent the browser back with */
export const finishOidc = (
  options: AuthOptions,
  query: Readonly<Record<string, string>>,
  cookies: Cookies,
): Promise<Answer> =>
  callNextAuth(options, {
    method: "GET",
    query: { ...query, nextauth: ["callback", "oidc"] },
    // Without an old session, which next-auth would go on with or stumble over.
    cookies: Object.fromEntries(
      Object.entries(cookies).filter(([name]) => name.startsWith(cookiePrefix)),
    ),
  });

type Call = {
  method: "GET" | "POST";
  query: Record<string, string | string[]>;
  body?: Record<string, string>;
  cookies: Cookies;
};

/** next-auth itself would ask the directory anew for each request of a stranger. */
async function withDirectory(options: AuthOptions): Promise<AuthOptions> {
  const { OIDC_ISSUER: issuer = "" } = readEnv();
  const found = await discoverDirectory(issuer);
  const providers = options.providers.map((provider) => {
    if (provider.id !== "oidc") return provider;
    const { authorization, token, ...rest } = provider as OAuthConfig<Claims>;
    return {
      ...rest,
      issuer: found.issuer,
      jwks_endpoint: found.jwks_uri,
      authorization: { ...(authorization as object), url: found.authorization_endpoint },
      token: { ...(token as object), url: found.token_endpoint },
    };
  });
  return { ...options, providers };
}

/** As its route in a `pages` folder would be called: the only way to hand it cookies. */
async function callNextAuth(given: AuthOptions, call: Call): Promise<Answer> {
  const headers = new Headers();
  const options = await withDirectory(given).catch(() => null);
  if (!options) return { location: null, headers };
  const response = {
    getHeader: () => headers.getSetCookie(),
    setHeader(name: string, value: string | string[]) {
      headers.delete(name);
      for (const each of [value].flat()) headers.append(name, each);
      return response;
    },
    status: () => response,
    json: () => undefined,
    send: () => undefined,
    end: () => undefined,
  };
  await NextAuth(
    { headers: {}, ...call } as unknown as NextApiRequest,
    response as unknown as NextApiResponse,
    options,
  );
  return { location: headers.get("location"), headers };
}
