import { redirect } from "next/navigation";
import { beginOidcSignIn } from "@/lib/auth";

/** A link leads here: a form could not be sent on to another site under this site's policy. */
export async function GET(): Promise<never> {
  redirect((await beginOidcSignIn()) ?? "/admin/sign-in?problem=directory_away");
}
