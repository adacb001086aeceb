"use client";

import { SignInLayout } from "@/components/staff-ui/sign-in-layout";
import { Button } from "@/components/ui/button";

/**
 * Where scripts run and an action fails. Where a page fails on the server,
 * `lib/front/pages/help-pages.ts` answers.
 */
export default function PanelError({ retry }: { retry: () => void }) {
  return (
    <SignInLayout title="That did not work">
      <div role="alert" className="space-y-6">
        <p>
          Something went wrong on our side. Wait a minute and try again. Look first whether it was
          done all the same.
        </p>
        <Button onClick={retry}>Try again</Button>
      </div>
    </SignInLayout>
  );
}
