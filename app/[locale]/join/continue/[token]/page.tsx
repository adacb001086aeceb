import type { Metadata } from "next";
import { JoinForm } from "@/app/[locale]/join/join-form";
import { joinFormProps } from "@/app/[locale]/join/join-form-props";
import { currentLocale } from "@/app/[locale]/locale";
import { Notice } from "@/components/ui/notice";
import { newJoinState, showSaved } from "@/lib/applications/join-state";
import { findSavedForm } from "@/lib/applications/saved-forms/queries";
import { translator } from "@/lib/i18n/translator";

// The address is a secret; see the page of an application. The form names its step itself.
export const metadata: Metadata = {
  title: null,
  robots: { index: false, follow: false },
  referrer: "same-origin",
};

/**
 * A link that does not work any more leads to an empty form: it may end while somebody fills in
 * what it has opened, and what they post must be answered.
 */
export default async function ContinuePage({ params }: { params: Promise<{ token: string }> }) {
  const locale = await currentLocale();
  const props = await joinFormProps(locale);
  const saved = await findSavedForm((await params).token);
  if (saved) return <JoinForm {...props} initial={await showSaved(locale, saved)} isContinued />;
  return (
    <JoinForm {...props} initial={newJoinState()}>
      <div className="mb-8">
        <Notice variant="warning">
          <p>{translator(locale, "savedForm")("expired")}</p>
        </Notice>
      </div>
    </JoinForm>
  );
}
