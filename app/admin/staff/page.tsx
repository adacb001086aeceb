import type { Metadata } from "next";
import { Panel } from "@/app/admin/panel";
import { add, remove } from "@/app/admin/staff/actions";
import { StaffForm } from "@/components/staff/staff-form";
import { StaffList } from "@/components/staff/staff-list";
import { PageTitle } from "@/components/staff-ui/page-title";
import { SectionTitle } from "@/components/staff-ui/section-title";
import { Notice } from "@/components/ui/notice";
import { requireAdministrator } from "@/lib/auth";
import { listStaff } from "@/lib/staff/queries";

export const metadata: Metadata = { title: "Staff" };

const outcomes: Readonly<Record<string, string>> = {
  added: "Added. They can sign in with a link to their address.",
  removed: "Removed. Every session of theirs has ended.",
};

export default async function StaffPage({
  searchParams,
}: {
  searchParams: Promise<{ done?: string; problem?: string }>;
}) {
  const administrator = await requireAdministrator();
  const [staff, { done = "", problem }] = await Promise.all([listStaff(), searchParams]);
  return (
    <Panel staff={administrator} section={{ name: "staff", current: "page" }}>
      <div className="space-y-6">
        <PageTitle>Staff</PageTitle>
        {outcomes[done] ? (
          <Notice variant="success" role="status">
            <p>{outcomes[done]}</p>
          </Notice>
        ) : null}
        {problem ? (
          <Notice variant="warning" role="alert">
            <p>
              The last administrator cannot be removed: nobody could add staff any more. Add another
              first.
            </p>
          </Notice>
        ) : null}
        <StaffList staff={staff} remove={remove} />
        <section aria-labelledby="add" className="pt-4">
          <SectionTitle id="add">Add a person</SectionTitle>
          <StaffForm action={add} />
        </section>
      </div>
    </Panel>
  );
}
