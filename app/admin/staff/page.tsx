import type { Metadata } from "next";
import { Panel } from "@/app/admin/panel";
import { changeRole, invite, remove, signOutMember } from "@/app/admin/staff/actions";
import { messageFor } from "@/components/staff-ui/message-for";
import { StaffForm } from "@/components/staff/staff-form";
import { StaffList } from "@/components/staff/staff-list";
import { PageTitle } from "@/components/staff-ui/page-title";
import { SectionTitle } from "@/components/staff-ui/section-title";
import { Notice } from "@/components/ui/notice";
import { requirePermission } from "@/lib/auth";
import { listStaff } from "@/lib/staff/queries";

export const metadata: Metadata = { title: "Staff" };

const outcomes: Readonly<Record<string, string>> = {
  invited: "Invited. An email tells them how they sign in.",
  role_changed: "The role is changed. It holds from the next page that they open.",
  signed_out: "Signed out everywhere. Links to sign in that were sent work no more.",
  removed: "Removed. Every session of theirs has ended.",
};

const problems: Readonly<Record<string, string>> = {
  last_administrator:
    "The last administrator can neither be removed nor get another role: nobody could look after the staff any more. Make somebody else an administrator first.",
  changed_meanwhile:
    "Nothing was done: a colleague has changed or removed this person since you opened the list.",
};

export default async function StaffPage({
  searchParams,
}: {
  searchParams: Promise<{ done?: string; problem?: string }>;
}) {
  const administrator = await requirePermission("manageStaff");
  const [staff, { done = "", problem = "" }] = await Promise.all([listStaff(), searchParams]);
  return (
    <Panel staff={administrator} section={{ name: "staff", current: "page" }}>
      <div className="space-y-6">
        <PageTitle>Staff</PageTitle>
        {messageFor(outcomes, done) ? (
          <Notice variant="success" role="status">
            <p>{messageFor(outcomes, done)}</p>
          </Notice>
        ) : null}
        {messageFor(problems, problem) ? (
          <Notice variant="warning" role="alert">
            <p>{messageFor(problems, problem)}</p>
          </Notice>
        ) : null}
        <StaffList staff={staff} changeRole={changeRole} signOut={signOutMember} remove={remove} />
        <section aria-labelledby="invite" className="pt-4">
          <SectionTitle id="invite">Invite a person</SectionTitle>
          <StaffForm action={invite} />
        </section>
      </div>
    </Panel>
  );
}
