import type { Metadata } from "next";
import { requestSignInLink } from "@/app/admin/sign-in/actions";
import { AddressForm } from "@/components/review/address-form";
import { Doorway } from "@/components/review/doorway";
import { Notice } from "@/components/ui/notice";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ sent?: string; problem?: string; signed?: string }> };

export default async function SignInPage({ searchParams }: Props) {
  const { sent, problem, signed } = await searchParams;
  if (sent) return <LinkSent />;
  return (
    <Doorway title="Sign in to the staff panel">
      {problem ? (
        <Notice look="warning" role="alert">
          <p>This link does not work any more. Links work once and for ten minutes. Ask for a new one.</p>
        </Notice>
      ) : null}
      {signed ? (
        <Notice role="status">
          <p>You have signed out.</p>
        </Notice>
      ) : null}
      <AddressForm action={requestSignInLink} hint="The address under which you are on the coalition’s staff." button="Send me a link" />
    </Doorway>
  );
}

function LinkSent() {
  return (
    <Doorway title="Look at your mail">
      <p>If this address is on the coalition’s staff, a mail with a link is on its way to it. The link works once and for ten minutes.</p>
      <p>At most five links go to an address within an hour. When nothing comes, ask an administrator whether you are on the staff.</p>
      <p>
        <a href="/admin/sign-in">Use another address</a>
      </p>
    </Doorway>
  );
}
