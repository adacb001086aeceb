import { Tag, type TagVariant } from "@/components/staff-ui/tag";
import type { State } from "@/lib/operations/finding";

const looks: Readonly<Record<State, { variant: TagVariant; word: string }>> = {
  ok: { variant: "good", word: "In order" },
  warning: { variant: "amber", word: "Warning" },
  error: { variant: "bad", word: "Error" },
};

export function StateTag({ state }: { state: State }) {
  const { variant, word } = looks[state];
  return <Tag variant={variant}>{word}</Tag>;
}
