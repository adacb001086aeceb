import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { beginAsFirstAdministrator } from "@/app/admin/sign-in/actions";
import { AddressForm } from "@/components/staff-ui/address-form";
import { SignInLayout } from "@/components/staff-ui/sign-in-layout";
import { isFirstSignInToken } from "@/lib/staff/first-sign-in";

export const metadata: Metadata = { title: "The first administrator" };

/** Where the link leads that a start without any staff prints. */
export default async function FirstSignInPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
  const token = String((await searchParams).token ?? "");
  if (!(await isFirstSignInToken(token))) redirect("/admin/sign-in?problem=link");
  return (
    <SignInLayout title="Become the first administrator">
      <p>
        Nobody is on the staff of this site yet. You started it, so you can review applications and
        let others in.
      </p>
      <AddressForm
        action={beginAsFirstAdministrator}
        hint="Links to sign in go to this address from now on: check it twice."
        button="Become administrator and continue"
      >
        <input type="hidden" name="token" value={token} />
      </AddressForm>
    </SignInLayout>
  );
}
