import { PrismaAdapter } from "@next-auth/prisma-adapter";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { NextRequest, NextResponse } from "next/server";
import NextAuth, { getServerSession, type AuthOptions, type DefaultSession } from "next-auth";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import EmailProvider from "next-auth/providers/email";
import type { StaffRole, User } from "@/prisma/generated/client";
import { prisma } from "@/lib/db";
import { siteUrl } from "@/lib/env";
import { log } from "@/lib/log";
import { deviceKnownForDays, proofOfDevice } from "@/lib/staff/known-device";
import { deviceCookieName, sessionCookieName } from "@/lib/staff/cookie-names";
import { sessionHours } from "@/lib/staff/session-hours";
import { findSignInAddress } from "@/lib/staff/sign-in";
import { findSecret } from "@/lib/staff/read-secret";
import { hashToken, newToken } from "@/lib/tokens";

/** The member of staff who makes the request. */
export type Staff = { id: string; email: string; name: string | null; role: StaffRole };

const sessionInSeconds = sessionHours * 3600;

// next-auth's own addresses are not served: a GET on them would act. The panel calls it in-process
// instead.
function options(adapter: Adapter): AuthOptions {
  const secure = siteUrl().startsWith("https:");
  return {
    adapter,
    secret: findSecret(),
    providers: [EmailProvider({})],
    // Never prolonged, so that reading a page writes nothing.
    session: {
      strategy: "database",
      maxAge: sessionInSeconds,
      updateAge: sessionInSeconds,
      generateSessionToken: newToken,
    },
    useSecureCookies: secure,
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: "lax", secure, path: "/admin" },
      },
    },
    callbacks: {
      signIn: ({ user }) => isOnStaff(user as AdapterUser),
      session: ({ session, user }) =>
        isOnStaff(user) ? { ...session, user: toStaff(user) } : nobody,
    },
    logger: {
      // The code alone: what comes with it may name an address or hold a token.
      error: (code) => log.error({ code }, "Sign-in failed"),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

/**
 * next-auth's own adapter, but for sessions being stored as every other token here: by their hash.
 */
function hashingAdapter(): Adapter {
  const prismaAdapter = PrismaAdapter(prisma) as Required<Adapter>;
  return {
    ...prismaAdapter,
    createSession: async (session) => {
      const stored = await prismaAdapter.createSession({
        ...session,
        sessionToken: hashToken(session.sessionToken),
      });
      return { ...stored, sessionToken: session.sessionToken };
    },
    getSessionAndUser: (token) => prismaAdapter.getSessionAndUser(hashToken(token)),
    // next-auth ends the session that a browser still names when somebody signs in. It may be gone
    // already: Prisma's own delete would refuse, and with it the sign-in.
    deleteSession: async (token) => {
      await prisma.session.deleteMany({ where: { sessionToken: hashToken(token) } });
    },
  };
}

/**
 * next-auth takes a database that fails for nobody being signed in. Here that fails the request
 * instead, as everywhere else.
 */
async function askNextAuth<Answer>(
  ask: (options: AuthOptions) => Promise<Answer>,
): Promise<Answer> {
  const failures: unknown[] = [];
  const watched = Object.entries(hashingAdapter()).map(([name, call]) => {
    const callAndNote = async (...given: unknown[]) => {
      try {
        return await (call as (...given: unknown[]) => Promise<unknown>)(...given);
      } catch (error) {
        failures.push(error);
        throw error;
      }
    };
    return [name, callAndNote];
  });
  const answer = await ask(options(Object.fromEntries(watched) as Adapter));
  if (failures.length > 0) throw failures[0];
  return answer;
}

type StaffSession = { user: Staff };

/** next-auth takes a session without properties for none. */
const nobody = {} as DefaultSession & { expires: string };

/** For an unknown address next-auth makes up a user, which has no role. */
const isOnStaff = (user: AdapterUser): user is AdapterUser & User => {
  const { role, removedAt } = user as Partial<User>;
  return Boolean(role) && !removedAt;
};

const toStaff = ({ id, email, name, role }: User): Staff => ({ id, email, name, role });

/**
 * The member of staff who is signed in, or null. @throws while the database cannot be reached, of
 * which it is not known
 */
async function findStaff(): Promise<Staff | null> {
  const session = await askNextAuth((options) =>
    getServerSession<AuthOptions, StaffSession>(options),
  );
  return session?.user ?? null;
}

/**
 * Every page and action of the panel begins with this, or with requireAdministrator(). Others are
 * sent to sign in.
 */
export async function requireReviewer(): Promise<Staff> {
  return (await findStaff()) ?? redirect("/admin/sign-in");
}

/** Why an action that is asked for by a script cannot go on. */
export type Hindrance = { because: "signed_out" | "database_away" };

/**
 * For an action with texts that must not be lost: where scripts run, gives what is in the way
 * instead of leaving the page they were typed on. Elsewhere the browser has left it already.
 */
export async function requireReviewerOnPage(): Promise<Staff | Hindrance> {
  if (!(await isSentByScript())) return requireReviewer();
  try {
    return (await findStaff()) ?? { because: "signed_out" };
  } catch (error) {
    log.error({ err: error }, "Session lookup failed");
    return { because: "database_away" };
  }
}

/** Whether the request is a form that the page's own script sends. */
export const isSentByScript = async (): Promise<boolean> => (await headers()).has("next-action");

/** An administrator may do all that a reviewer may. A reviewer is sent back to the queue. */
export async function requireAdministrator(): Promise<Staff> {
  const staff = await requireReviewer();
  return staff.role === "administrator" ? staff : redirect("/admin?problem=administrators_only");
}

/**
 * Lets next-auth verify the token of a sign-in link, use it up, and open a session. Only for a
 * server action: it sets a cookie.
 * @returns whether the person is signed in now
 */
export async function signIn(token: string): Promise<boolean> {
  const email = await findSignInAddress(token);
  if (!email) return false;
  const callback = new URL(
    `/api/auth/callback/email?${new URLSearchParams({ token, email })}`,
    siteUrl(),
  );
  const parts = { params: Promise.resolve({ nextauth: ["callback", "email"] }) };
  const answer = await askNextAuth(
    (options) => NextAuth(new NextRequest(callback), parts, options) as Promise<Response>,
  );
  const session = new NextResponse(null, { headers: answer.headers }).cookies.get(
    sessionCookieName(),
  );
  if (!session?.value) return false;
  const { id } = await prisma.user.findUniqueOrThrow({ where: { email }, select: { id: true } });
  const jar = await cookies();
  jar.set(session);
  jar.set({ ...deviceCookie(), value: proofOfDevice(id) });
  return true;
}

const deviceCookie = () => ({
  name: deviceCookieName(),
  httpOnly: true,
  sameSite: "lax" as const,
  secure: siteUrl().startsWith("https:"),
  path: "/admin/sign-in",
  maxAge: deviceKnownForDays * 86_400,
});

/** What the browser that makes the request has kept from an earlier sign-in, or null. */
export async function readDeviceProof(): Promise<string | null> {
  return (await cookies()).get(deviceCookieName())?.value ?? null;
}

/** Ends the session, here and in the database. Only for a server action. */
export async function signOut(): Promise<void> {
  const jar = await cookies();
  const session = jar.get(sessionCookieName());
  if (session)
    await prisma.session.deleteMany({ where: { sessionToken: hashToken(session.value) } });
  jar.delete({ name: sessionCookieName(), path: "/admin" });
}
