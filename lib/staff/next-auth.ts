import { PrismaAdapter } from "@next-auth/prisma-adapter";
import { getServerSession, type AuthOptions, type DefaultSession } from "next-auth";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import EmailProvider from "next-auth/providers/email";
import type { StaffRole, User } from "@/prisma/generated/client";
import { prisma } from "@/lib/db";
import { siteUrl } from "@/lib/env";
import { log } from "@/lib/log";
import { sessionCookieName } from "@/lib/staff/cookie-names";
import { oidcCookies, oidcProviders } from "@/lib/staff/oidc";
import { currentSecret } from "@/lib/site-secrets";
import { sessionHours } from "@/lib/staff/session-hours";
import { hashToken, newToken } from "@/lib/tokens";

export type Staff = {
  id: string;
  email: string;
  name: string | null;
  role: StaffRole;
  /** Whether keys of one letter do something in the panel. */
  hasShortcuts: boolean;
};

const sessionInSeconds = sessionHours * 3600;

// next-auth's routes are not served (a GET on them would act): the panel calls it in-process.
function options(adapter: Adapter): AuthOptions {
  const secure = siteUrl().startsWith("https:");
  return {
    adapter,
    secret: currentSecret(),
    providers: [EmailProvider({}), ...oidcProviders()],
    // Never prolonged, so that reading a page writes nothing.
    session: {
      strategy: "database",
      maxAge: sessionInSeconds,
      updateAge: sessionInSeconds,
      generateSessionToken: newToken,
    },
    useSecureCookies: secure,
    cookies: {
      ...oidcCookies(secure),
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
      // Only the code: the rest may name an address or hold a token.
      error: (code) => log.error({ code }, "Sign-in failed"),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

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
    // No account is linked: the verified address decides, each time anew.
    getUserByAccount: ({ provider, providerAccountId: email }) =>
      provider === "oidc" ? prismaAdapter.getUserByEmail(email) : null,
    getSessionAndUser: (token) => findSession(hashToken(token)),
    // At sign-in next-auth deletes the browser's old session; Prisma's delete throws if it is gone.
    deleteSession: async (token) => {
      await prisma.session.deleteMany({ where: { sessionToken: hashToken(token) } });
    },
  };
}

type SessionUser = Pick<User, "emailVerified" | "removedAt" | keyof Staff>;

/** In one query, for every page of the panel begins with it: Prisma would ask for both apart. */
async function findSession(sessionToken: string) {
  const [found] = await prisma.$queryRaw<(SessionUser & { expires: Date })[]>`
    SELECT expires, staff.id, email, name, role, email_verified AS "emailVerified",
      removed_at AS "removedAt", has_shortcuts AS "hasShortcuts"
    FROM session JOIN staff ON staff.id = session.user_id
    WHERE session_token = ${sessionToken}`;
  if (!found) return null;
  const { expires, ...user } = found;
  return { session: { sessionToken, userId: user.id, expires }, user };
}

/** next-auth treats a failing database as being signed out. Here the request fails instead. */
export async function runNextAuth<Answer>(
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

/** next-auth treats a session without properties as none. */
const nobody = {} as DefaultSession & { expires: string };

/** For an unknown address next-auth makes up a user, which has no role. */
const isOnStaff = (user: AdapterUser): user is AdapterUser & User => {
  const { role, removedAt } = user as Partial<User>;
  return Boolean(role) && !removedAt;
};

const toStaff = ({ id, email, name, role, hasShortcuts }: User): Staff => ({
  id,
  email,
  name,
  role,
  hasShortcuts,
});

/** Who is signed in. */
export async function findStaff(): Promise<Staff | null> {
  const session = await runNextAuth((options) =>
    getServerSession<AuthOptions, StaffSession>(options),
  );
  return session?.user ?? null;
}
