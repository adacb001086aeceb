"use client";

import type { QueueRow } from "@/components/review/queue/queue-rows";
import { StateTag } from "@/components/review/state-tag";
import { Tag } from "@/components/staff-ui/tag";
import type { QueueFilter } from "@/lib/applications/review/queue-filter";

type Props = { rows: readonly QueueRow[]; state: QueueFilter["state"]; caption: string };

const head = "border-b-2 border-line py-1 pe-4 text-start align-bottom font-bold";
/** Said once, and not by each of some hundred cells. */
const cells =
  "[&>tr>*]:border-b [&>tr>*]:border-line-soft [&>tr>*]:py-1 [&>tr>*]:pe-4 [&>tr>*]:text-start [&>tr>*]:align-top [&>tr>*]:font-normal [&>tr>*]:wrap-anywhere";

/**
 * A line for each application, which leads to it as a whole. Narrow screens show what matters under
 * the city and leave out the rest. Of the client: the page then carries the rows beside the table,
 * and not each of its elements once more.
 */
export function QueueTable({ rows, state, caption }: Props) {
  const isUndecided = state === "submitted" || state === "changes_requested";
  const isDecided = state !== "submitted" && state !== "unconfirmed" && state !== "withdrawn";
  return (
    <table className="w-full leading-snug">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th
            scope="col"
            className={`${head} w-px whitespace-nowrap ${isUndecided ? "text-end!" : ""}`}
          >
            {isUndecided ? (
              <>
                {state === "submitted" ? "Waits" : "Waited"}
                <span className="max-md:sr-only"> (working days)</span>
              </>
            ) : (
              "Date"
            )}
          </th>
          <th scope="col" className={head}>
            City
          </th>
          {isUndecided ? <Column from="sm">Evidence</Column> : null}
          {state === "all" ? <Column from="sm">State</Column> : null}
          {state === "submitted" ? (
            <Column from="md" isOfNames>
              Who has it
            </Column>
          ) : null}
          {isDecided ? (
            <Column from="md" isOfNames>
              Decided by
            </Column>
          ) : null}
          <Column from="lg" isOfNames>
            Applicant
          </Column>
          <Column from="md">Reference</Column>
        </tr>
      </thead>
      <tbody className={cells}>
        {rows.map((row) => (
          <tr
            key={row.id}
            id={`application-${row.id}`}
            className="relative scroll-mt-24 hover:bg-paper-deep focus-within:bg-paper-deep"
          >
            <td
              className={`wrap-normal! whitespace-nowrap tabular-nums ${isUndecided ? "text-end!" : ""}`}
            >
              {row.when}
            </td>
            <th scope="row">
              <City row={row} state={state} />
            </th>
            {isUndecided ? (
              <td className="whitespace-nowrap tabular-nums max-sm:hidden">{row.evidence}</td>
            ) : null}
            {state === "all" ? (
              <td className="whitespace-nowrap max-sm:hidden">
                <StateTag state={row.state} />
              </td>
            ) : null}
            {state === "submitted" ? (
              <td className="max-md:hidden">
                {row.claimedBy ?? <span className="text-ink-soft">nobody</span>}
              </td>
            ) : null}
            {isDecided ? <td className="max-md:hidden">{row.decidedBy}</td> : null}
            <td className="max-lg:hidden">
              {row.applicant ?? <span className="text-ink-soft">erased</span>}
            </td>
            <td className="whitespace-nowrap tabular-nums max-md:hidden">{row.reference}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const hiddenBelow = { sm: "max-sm:hidden", md: "max-md:hidden", lg: "max-lg:hidden" };

type ColumnProps = {
  from: keyof typeof hiddenBelow;
  /** Otherwise the cities would leave too little for them. */
  isOfNames?: boolean;
  children: string;
};

function Column({ from, isOfNames = false, children }: ColumnProps) {
  const width = isOfNames ? "lg:min-w-40" : "";
  return (
    <th scope="col" className={`${head} whitespace-nowrap ${hiddenBelow[from]} ${width}`}>
      {children}
    </th>
  );
}

function City({ row, state }: { row: QueueRow } & Pick<Props, "state">) {
  return (
    <>
      {/* Its target is the whole line. */}
      <a href={row.address} data-shortcut-row className="font-bold after:absolute after:inset-0">
        {row.city}
      </a>{" "}
      <span className="text-ink-soft">{row.place}</span>{" "}
      <span className="whitespace-nowrap text-ink-soft tabular-nums md:hidden">
        {row.reference}
      </span>{" "}
      <span className="inline-flex flex-wrap gap-1 align-baseline">
        {state === "all" ? (
          <span className="sm:hidden">
            <StateTag state={row.state} />
          </span>
        ) : null}
        {row.tags.map(({ variant, text }) => (
          <Tag key={text} variant={variant}>
            {text}
          </Tag>
        ))}
      </span>
      {state === "submitted" && row.claimedBy ? (
        <span className="block wrap-anywhere text-ink-soft md:hidden">{row.claimedBy} has it</span>
      ) : null}
    </>
  );
}
