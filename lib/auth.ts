import { cache } from "react";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { NextRequest, NextResponse } from "next/server";
import NextAuth from "next-auth";
import { prisma } from "@/lib/db";
import { siteUrl } from "@/lib/env";
import { log } from "@/lib/log";
import type { Result } from "@/lib/result";
import { deviceCookieName, sessionCookieName } from "@/lib/staff/cookie-names";
import { deviceKnownForDays, proofOfDevice } from "@/lib/staff/known-device";
import { runNextAuth, findStaff, type Staff } from "@/lib/staff/next-auth";
import {
  beginOidc,
  finishOidc,
  oidcCookieNames,
  oidcCookiePath,
  oidcDomain,
} from "@/lib/staff/oidc";
import { homeOf, may, type Permission } from "@/lib/staff/permissions";
import { deviceOf } from "@/lib/staff/session-device";
import { findSignInLink } from "@/lib/staff/sign-in";
import { hashToken } from "@/lib/tokens";
import type { StaffRole } from "@/prisma/generated/enums";

/** Asked once for a page, which checks in its metadata as well. */
const findReader = cache(findStaff);

/** Every page and action of the panel begins with this, or with one of those below. */
export async function requirePermission(permission: Permission): Promise<Staff> {
  const staff = (await findReader()) ?? redirect("/admin/sign-in");
  if (may(staff.role, permission)) return staff;
  redirect(`${homeOf(staff.role)}?problem=not_allowed`);
}

export const requireReviewer = (): Promise<Staff> => requirePermission("reviewApplications");

export type AccessRefusalReason = "signedOut" | "databaseAway";

/** For texts that must not be lost: a page's script gets the reason instead of a redirect. */
export async function requirePermissionOnPage(
  permission: Permission,
): Promise<Result<AccessRefusalReason, { staff: Staff }>> {
  if (await isSentByScript()) {
    const reason = await whySignedOut();
    if (reason) return { ok: false, reason };
  }
  return { ok: true, staff: await requirePermission(permission) };
}

export const requireReviewerOnPage = () => requirePermissionOnPage("reviewApplications");

async function whySignedOut(): Promise<AccessRefusalReason | null> {
  try {
    return (await findStaff()) ? null : "signedOut";
  } catch (error) {
    log.error({ err: error }, "Session lookup failed");
    return "databaseAway";
  }
}

export const isSentByScript = async (): Promise<boolean> => (await headers()).has("next-action");

/** @returns the role of who is signed in now. Only in a server action: it sets cookies. */
export async function signIn(token: string): Promise<StaffRole | null> {
  const link = await findSignInLink(token);
  if (!link) return null;
  const callback = new URL(
    `/api/auth/callback/email?${new URLSearchParams({ token, email: link.email })}`,
    siteUrl(),
  );
  const parts = { params: Promise.resolve({ nextauth: ["callback", "email"] }) };
  const answer = await runNextAuth((options) => {
    const withItsSecret = { ...options, secret: link.secret };
    return NextAuth(new NextRequest(callback), parts, withItsSecret) as Promise<Response>;
  });
  return keepSession(answer.headers);
}

/** @returns where to send the browser; null where there is no directory, or it does not answer */
export async function beginOidcSignIn(): Promise<string | null> {
  if (!oidcDomain()) return null;
  const { location, headers } = await runNextAuth(beginOidc);
  const issued = new NextResponse(null, { headers }).cookies
    .getAll()
    .filter(({ name }) => oidcCookieNames.includes(name));
  // next-auth sends to a page of its own where it cannot reach the directory.
  if (issued.length === 0) return null;
  const jar = await cookies();
  for (const cookie of issued) jar.set(cookie);
  return location;
}

/** @param query that the directory has sent the browser back with */
export async function finishOidcSignIn(query: Record<string, string>): Promise<StaffRole | null> {
  if (!oidcDomain()) return null;
  const jar = await cookies();
  const sent = Object.fromEntries(jar.getAll().map(({ name, value }) => [name, value]));
  const { headers } = await runNextAuth((options) => finishOidc(options, query, sent));
  for (const name of oidcCookieNames) jar.delete({ name, path: oidcCookiePath });
  const before = await readSessionHash();
  const role = await keepSession(headers);
  if (role && before) await prisma.session.deleteMany({ where: { sessionToken: before } });
  return role;
}

/** @param answered by next-auth: with a cookie where it has opened a session */
async function keepSession(answered: Headers): Promise<StaffRole | null> {
  const session = new NextResponse(null, { headers: answered }).cookies.get(sessionCookieName());
  if (!session?.value) return null;
  const { user } = await prisma.session.update({
    where: { sessionToken: hashToken(session.value) },
    data: { device: deviceOf((await headers()).get("user-agent")) },
    select: { user: { select: { id: true, role: true } } },
  });
  const jar = await cookies();
  jar.set(session);
  jar.set({ ...deviceCookie(), value: proofOfDevice(user.id) });
  return user.role;
}

const deviceCookie = () => ({
  name: deviceCookieName(),
  httpOnly: true,
  sameSite: "lax" as const,
  secure: siteUrl().startsWith("https:"),
  path: "/admin/sign-in",
  maxAge: deviceKnownForDays * 86_400,
});

export async function readDeviceProof(): Promise<string | null> {
  return (await cookies()).get(deviceCookieName())?.value ?? null;
}

/** Of this browser's session, which the database knows it by. */
export async function readSessionHash(): Promise<string | null> {
  const session = (await cookies()).get(sessionCookieName());
  return session ? hashToken(session.value) : null;
}

/** Only in a server action: it deletes a cookie. */
export async function signOut(): Promise<void> {
  const sessionToken = await readSessionHash();
  if (sessionToken) await prisma.session.deleteMany({ where: { sessionToken } });
  (await cookies()).delete({ name: sessionCookieName(), path: "/admin" });
}
