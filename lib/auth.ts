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
import { sessionHours } from "@/lib/staff/session-hours";
import { findSignInAddress, signInSecret } from "@/lib/staff/sign-in";
import { hashToken, newToken } from "@/lib/tokens";

/** The member of staff who makes the request. */
export type Staff = { id: string; email: string; name: string | null; role: StaffRole };

const sessionInSeconds = sessionHours * 3600;

// next-auth's own addresses are not served: a GET on them would act. The panel calls it in-process instead.
function options(): AuthOptions {
  const secure = siteUrl().startsWith("https:");
  return {
    adapter: adapter(),
    secret: signInSecret(),
    providers: [EmailProvider({})],
    // Never prolonged, so that reading a page writes nothing.
    session: { strategy: "database", maxAge: sessionInSeconds, updateAge: sessionInSeconds, generateSessionToken: newToken },
    useSecureCookies: secure,
    cookies: { sessionToken: { name: sessionCookieName(), options: { httpOnly: true, sameSite: "lax", secure, path: "/admin" } } },
    callbacks: {
      signIn: ({ user }) => isOnStaff(user as AdapterUser),
      session: ({ session, user }) => (isOnStaff(user) ? { ...session, user: toStaff(user) } : nobody),
    },
    logger: {
      // The code alone: what comes with it may name an address or hold a token.
      error: (code) => log.error({ code }, "next-auth could not sign somebody in."),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

/** next-auth's own adapter, but for sessions being stored as every other token here: by their hash. */
function adapter(): Adapter {
  const prismaAdapter = PrismaAdapter(prisma) as Required<Adapter>;
  return {
    ...prismaAdapter,
    createSession: async (session) => {
      const stored = await prismaAdapter.createSession({ ...session, sessionToken: hashToken(session.sessionToken) });
      return { ...stored, sessionToken: session.sessionToken };
    },
    getSessionAndUser: (token) => prismaAdapter.getSessionAndUser(hashToken(token)),
    // next-auth ends the session that a browser still names when somebody signs in. It may be gone already: Prisma's own delete would refuse, and with it the sign-in.
    deleteSession: async (token) => {
      await prisma.session.deleteMany({ where: { sessionToken: hashToken(token) } });
    },
  };
}

const sessionCookieName = (): string => (siteUrl().startsWith("https:") ? "__Secure-staff-session" : "staff-session");

type StaffSession = { user: Staff };

/** next-auth takes a session without properties for none. */
const nobody = {} as DefaultSession & { expires: string };

/** For an unknown address next-auth makes up a user, which has no role. */
const isOnStaff = (user: AdapterUser): user is AdapterUser & User => {
  const { role, removedAt } = user as Partial<User>;
  return Boolean(role) && !removedAt;
};

const toStaff = ({ id, email, name, role }: User): Staff => ({ id, email, name, role });

/** The member of staff who is signed in, or null. */
async function findStaff(): Promise<Staff | null> {
  const session = await getServerSession<AuthOptions, StaffSession>(options());
  return session?.user ?? null;
}

/** Every page and action of the panel begins with this, or with requireAdministrator(). Others are sent to sign in. */
export async function requireReviewer(): Promise<Staff> {
  return (await findStaff()) ?? redirect("/admin/sign-in");
}

/**
 * For an action with texts that must not be lost: where scripts run, null instead of leaving the page they were typed on.
 * Elsewhere the browser has left it already.
 */
export async function requireReviewerOnPage(): Promise<Staff | null> {
  const staff = await findStaff();
  if (staff || (await headers()).has("next-action")) return staff;
  redirect("/admin/sign-in");
}

/** An administrator may do all that a reviewer may. A reviewer is sent back to the queue. */
export async function requireAdministrator(): Promise<Staff> {
  const staff = await requireReviewer();
  return staff.role === "administrator" ? staff : redirect("/admin?problem=administrators_only");
}

/**
 * Lets next-auth verify the token of a sign-in link, use it up, and open a session. Only for a server action: it sets a cookie.
 * @returns whether the person is signed in now
 */
export async function signIn(token: string): Promise<boolean> {
  const email = await findSignInAddress(token);
  if (!email) return false;
  const callback = new URL(`/api/auth/callback/email?${new URLSearchParams({ token, email })}`, siteUrl());
  const parts = { params: Promise.resolve({ nextauth: ["callback", "email"] }) };
  const answer = (await NextAuth(new NextRequest(callback), parts, options())) as Response;
  const session = new NextResponse(null, { headers: answer.headers }).cookies.get(sessionCookieName());
  if (!session?.value) return false;
  (await cookies()).set(session);
  return true;
}

/** Ends the session, here and in the database. Only for a server action. */
export async function signOut(): Promise<void> {
  const jar = await cookies();
  const session = jar.get(sessionCookieName());
  if (session) await prisma.session.deleteMany({ where: { sessionToken: hashToken(session.value) } });
  jar.delete({ name: sessionCookieName(), path: "/admin" });
}
