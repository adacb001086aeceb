import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

// A small OpenID Connect provider: discovery, keys, and codes for an ID token, with PKCE.

export const client = { id: "coalition", secret: "the secret of the client" };

type Claims = Record<string, unknown>;
type Issued = { claims: Claims; challenge: string; redirectUri: string };

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

export class OidcServer {
  private readonly keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
  private readonly issued = new Map<string, Issued>();
  /** How often it was asked where it is asked what. */
  discoveries = 0;
  asked = 0;
  private readonly server: Server = createServer((request, response) => {
    void this.answer(request).then(({ status, body }) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    });
  });

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /**
   * As when the person at the address has agreed.
   * @param claims that differ from a good token's
   * @returns the query that the browser comes back with
   */
  agree(authorization: URL, claims: Claims): { code: string; state: string } {
    const asked = Object.fromEntries(authorization.searchParams);
    const now = Math.floor(Date.now() / 1_000);
    const code = randomUUID();
    this.issued.set(code, {
      claims: {
        iss: this.issuer,
        aud: asked.client_id,
        sub: "person",
        iat: now,
        exp: now + 60,
        nonce: asked.nonce,
        ...claims,
      },
      challenge: asked.code_challenge ?? "",
      redirectUri: asked.redirect_uri ?? "",
    });
    return { code, state: asked.state ?? "" };
  }

  private async answer(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    this.asked += 1;
    switch (request.url) {
      case "/.well-known/openid-configuration":
        this.discoveries += 1;
        return { status: 200, body: this.metadata() };
      case "/keys":
        return { status: 200, body: { keys: [this.publicKey()] } };
      case "/token":
        return this.exchange(request);
      default:
        return { status: 404, body: {} };
    }
  }

  private metadata() {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      jwks_uri: `${this.issuer}/keys`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
    };
  }

  private publicKey() {
    return { ...this.keys.publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" };
  }

  /** A code works once, for the client, the address and the browser that it was issued to. */
  private async exchange(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    const sent = new URLSearchParams(await text(request));
    const issued = this.issued.get(sent.get("code") ?? "");
    this.issued.delete(sent.get("code") ?? "");
    const challenge = createHash("sha256").update(sent.get("code_verifier") ?? "");
    const credentials = [client.id, client.secret].map((part) =>
      new URLSearchParams({ part }).toString().slice("part=".length),
    );
    const isClient =
      request.headers.authorization ===
      `Basic ${Buffer.from(credentials.join(":")).toString("base64")}`;
    const isTheirs = (one: Issued) =>
      sent.get("redirect_uri") === one.redirectUri &&
      challenge.digest("base64url") === one.challenge;
    if (!isClient || !issued || !isTheirs(issued))
      return { status: 400, body: { error: "invalid_grant" } };
    return {
      status: 200,
      body: {
        access_token: randomUUID(),
        token_type: "Bearer",
        id_token: this.sign(issued.claims),
      },
    };
  }

  private sign(claims: Claims): string {
    const signed = `${base64url({ alg: "RS256", kid: "1" })}.${base64url(claims)}`;
    return `${signed}.${sign("sha256", Buffer.from(signed), this.keys.privateKey).toString("base64url")}`;
  }
}
