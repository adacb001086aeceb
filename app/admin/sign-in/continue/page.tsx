import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { continueSignIn } from "@/app/admin/sign-in/actions";
import { SignInLayout } from "@/components/staff-ui/sign-in-layout";
import { Button } from "@/components/ui/button";
import { findSignInAddress } from "@/lib/staff/sign-in";

export const metadata: Metadata = { title: "Continue" };

/**
 * Where the link in the mail leads. Scanners follow links, so that reading this page uses nothing
 * up: the button does.
 */
export default async function ContinuePage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
  const token = String((await searchParams).token ?? "");
  const email = await findSignInAddress(token);
  if (!email) redirect("/admin/sign-in?problem=link");
  return (
    <SignInLayout title="Continue to the staff panel">
      <p>
        You are about to sign in as <strong>{email}</strong>. You stay signed in for twelve hours,
        on this device only.
      </p>
      <form action={continueSignIn}>
        <input type="hidden" name="token" value={token} />
        <Button>Continue</Button>
      </form>
    </SignInLayout>
  );
}
