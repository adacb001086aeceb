import type { Metadata } from "next";
import { requestSignInLink } from "@/app/admin/sign-in/actions";
import { messageFor } from "@/components/staff-ui/message-for";
import { AddressForm } from "@/components/staff-ui/address-form";
import { SignInLayout } from "@/components/staff-ui/sign-in-layout";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { oidcDomain } from "@/lib/staff/oidc";

export const metadata: Metadata = { title: "Sign in" };

const problems: Readonly<Record<string, string>> = {
  link: "This link does not work any more: it has been used, or it is too old. Ask for a new one.",
  directory:
    "You are not signed in. Your organisation’s account must have a verified address that is on the coalition’s staff. Ask an administrator, or sign in with a link.",
  directory_away:
    "Your organisation’s sign-in does not answer just now. Try again in a minute, or sign in with a link.",
};

type Props = { searchParams: Promise<{ sent?: string; problem?: string; signed?: string }> };

export default async function SignInPage({ searchParams }: Props) {
  const { sent, problem, signed } = await searchParams;
  if (sent) return <LinkSent />;
  const domain = oidcDomain();
  return (
    <SignInLayout title="Sign in to the staff panel">
      {problem ? (
        <Notice variant="warning" role="alert">
          <p>{messageFor(problems, problem) ?? problems.link}</p>
        </Notice>
      ) : null}
      {signed ? (
        <Notice role="status">
          <p>You have signed out.</p>
        </Notice>
      ) : null}
      <AddressForm
        action={requestSignInLink}
        hint="The address under which you are on the coalition’s staff."
        button="Send me a link"
      />
      {domain ? (
        <p>
          <ButtonLink href="/admin/sign-in/oidc" variant="secondary">
            Sign in with your {domain} account
          </ButtonLink>
        </p>
      ) : null}
    </SignInLayout>
  );
}

function LinkSent() {
  return (
    <SignInLayout title="Check your email">
      <p>
        If this address is on the coalition’s staff, an email with a link is on its way to it. The
        link works once. The email says for how long.
      </p>
      <p>
        No new email? When several links to an address are unused, we send no more of them. Each of
        those still works, so open the newest email that you have from us. Look into the spam folder
        and the bin too.
      </p>
      <p>If you find none, ask an administrator whether you are on the staff.</p>
      <p>
        <a href="/admin/sign-in">Use another address</a>
      </p>
    </SignInLayout>
  );
}
