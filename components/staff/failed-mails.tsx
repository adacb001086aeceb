"use client";

import { useActionState, type ReactNode } from "react";
import { SmallButton } from "@/components/staff-ui/small-button";
import { formatMoment } from "@/components/review/labels";
import { fieldOf, untouched, type FormState } from "@/components/staff-ui/form-state";
import { formatCount } from "@/components/staff-ui/format-number";
import type { FormAction } from "@/components/staff-ui/panel-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import type { MailKind } from "@/prisma/generated/enums";

type FailedMail = {
  id: string;
  kind: MailKind;
  recipient: string;
  subject: string;
  applicationId: string | null;
  lastError: string | null;
  failedAt: Date | null;
};

type Action = (form: FormData) => Promise<void>;
type Props = {
  /** The newest of them. */
  mails: FailedMail[];
  count: number;
  sendAgain: Action;
  dismiss: Action;
  correctAddress: FormAction;
};

/** A link to sign in has expired long before its email fails. */
const isWorthSending = ({ kind }: FailedMail): boolean => !kind.startsWith("staff_sign_in");

/**
 * To nobody but an applicant: a resident's email proves whose address it is, and staff have theirs
 * on the list of staff.
 */
const isToApplicant = ({ applicationId }: FailedMail): boolean => applicationId !== null;

/**
 * Emails that nobody got: they are sent once more, or to another address, or whoever they were for
 * is reached another way.
 */
export function FailedMails({ mails, count, sendAgain, dismiss, correctAddress }: Props) {
  const [state, submit] = useActionState(correctAddress, untouched);
  if (mails.length === 0) return null;
  return (
    <details
      open={state.attempt > 0 || undefined}
      className="mb-3 max-w-4xl rounded-md border-s-8 border-danger bg-danger-soft px-4 py-1"
    >
      <summary className="cursor-pointer py-1 font-bold">
        {formatCount(count, "email", "emails")} could not be delivered
      </summary>
      <ErrorSummary title="There is a problem" errors={state.fieldErrors} />
      {count > mails.length ? (
        <p>
          These are the newest {mails.length}. The others follow when you have dealt with these.
        </p>
      ) : null}
      <ul className="divide-y divide-line-soft">
        {mails.map((mail) => (
          <li key={mail.id} className="py-1.5">
            <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
              <Story {...mail} />
              <div className="flex flex-wrap gap-2">
                {isWorthSending(mail) ? (
                  <Act mail={mail} action={sendAgain}>
                    Send again
                  </Act>
                ) : null}
                <Act mail={mail} action={dismiss}>
                  Dismiss
                </Act>
              </div>
            </div>
            {isToApplicant(mail) ? (
              <AnotherAddress mail={mail} state={state} submit={submit} />
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Story({ applicationId, subject, recipient, failedAt, lastError }: FailedMail) {
  return (
    <p className="min-w-0 grow basis-80 wrap-anywhere">
      “{applicationId ? <a href={`/admin/applications/${applicationId}`}>{subject}</a> : subject}”
      to {recipient}
      {failedAt ? `, given up on ${formatMoment(failedAt)}` : null}
      {lastError ? <span className="block text-ink-soft">{lastError}</span> : null}
    </p>
  );
}

function Act({
  mail: { id, subject, recipient },
  action,
  children,
}: {
  mail: FailedMail;
  action: Action;
  children: ReactNode;
}) {
  return (
    <form action={action}>
      <input type="hidden" name="mail" value={id} />
      <SmallButton>
        {children}
        <span className="sr-only">
          {" "}
          “{subject}” to {recipient}
        </span>
      </SmallButton>
    </form>
  );
}

type AnotherAddressProps = {
  mail: FailedMail;
  state: FormState;
  submit: (form: FormData) => void;
};

function AnotherAddress({ mail: { id, recipient }, state, submit }: AnotherAddressProps) {
  const isTried = state.values.mail === id;
  return (
    <details open={isTried || undefined}>
      <summary className="cursor-pointer py-1">
        Correct the address<span className="sr-only"> {recipient}</span>
      </summary>
      <form action={submit} noValidate className="flex flex-wrap items-end gap-3 pb-2">
        <input type="hidden" name="mail" value={id} />
        <div className="min-w-0 grow">
          <TextField
            // New with each attempt: React would otherwise empty it.
            key={isTried ? state.attempt : undefined}
            {...fieldOf(state, `address-${id}`, recipient)}
            label="Email address of the applicant"
            hint="This email and all later ones go there. The contact must be checked again."
            type="email"
            autoComplete="off"
            spellCheck={false}
          />
        </div>
        <SmallButton>Correct and send</SmallButton>
      </form>
    </details>
  );
}
