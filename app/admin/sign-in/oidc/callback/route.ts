import { redirect } from "next/navigation";
import type { NextRequest } from "next/server";
import { finishOidcSignIn } from "@/lib/auth";
import { homeOf } from "@/lib/staff/permissions";

/** Where the directory sends the browser back to. Works once, in the browser that began it. */
export async function GET({ nextUrl }: NextRequest): Promise<never> {
  const role = await finishOidcSignIn(Object.fromEntries(nextUrl.searchParams));
  redirect(role ? homeOf(role) : "/admin/sign-in?problem=directory");
}
