"use server";

import { redirect } from "next/navigation";
import { formText } from "@/lib/forms";
import { href } from "@/lib/i18n/href";
import { toLocale } from "@/lib/i18n/locales";
import { proposeChanges } from "@/lib/members/page/proposal-commands";
import type { ProposalFormState } from "@/lib/members/page/proposal-form-state";
import { showProposalAgain, parseProposal } from "@/lib/members/page/proposal-form";
import { findPageByToken } from "@/lib/members/page/proposal-queries";

export async function propose(
  before: ProposalFormState,
  form: FormData,
): Promise<ProposalFormState> {
  const token = formText(form, "token");
  const address = href(
    toLocale(formText(form, "locale")),
    `/city-page/${encodeURIComponent(token)}`,
  );
  const page = await findPageByToken(token);
  // The page says that the link leads nowhere any more.
  if (!page) redirect(address);
  const read = parseProposal(form, page);
  if (!read.ok) return showProposalAgain(before, form, { fieldErrors: read.fieldErrors });
  const result = await proposeChanges(token, read.changes);
  if (result.ok) redirect(`${address}?done=sent`);
  if (result.reason === "unknown") redirect(address);
  return showProposalAgain(before, form, { formError: result.reason });
}
