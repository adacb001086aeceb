import type { Metadata } from "next";
import { Panel } from "@/app/admin/panel";
import { add, remove } from "@/app/admin/staff/actions";
import { StaffForm } from "@/components/staff/staff-form";
import { StaffList } from "@/components/staff/staff-list";
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
        <h1 className="text-2xl">Staff</h1>
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
        <h2 className="pt-4 text-lg">Add a person</h2>
        <StaffForm action={add} />
      </div>
    </Panel>
  );
}
