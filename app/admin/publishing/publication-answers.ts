import { fieldErrorsOf } from "@/app/admin/form-answers";
import { adminPictureAddress } from "@/app/admin/publishing/picture-address";
import type { Preview, PublicationFormState } from "@/components/publishing/publication-form-state";
import { parseMarkdown } from "@/lib/publications/markdown";
import type { KnownPictures } from "@/lib/publications/markdown-tree";
import { knownPictures } from "@/lib/publications/picture-address";
import { sentenceFor, writtenTextSchema, type WrittenText } from "@/lib/publications/schema";
import { findPublication } from "@/lib/publications/staff-queries";

export type Typed = Readonly<Partial<Record<string, string>>>;

/** More than any text may have, so that one that is too long comes back whole. */
const maxTypedLength = 200_000;

/** As typed. Leaves out React's own fields, which begin with a dollar sign. */
export const readTyped = (form: FormData): Typed =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === "string" && !name.startsWith("$")
        ? [[name, value.slice(0, maxTypedLength)]]
        : [],
    ),
  );

/** Pictures as the panel shows them, in whatever state their publication is. */
export async function picturesOf(id: string | undefined): Promise<KnownPictures> {
  const publication = id ? await findPublication(id) : null;
  return knownPictures(publication?.pictures ?? [], adminPictureAddress);
}

export function parseTyped(
  typed: Typed,
  pictures: KnownPictures,
): { text: WrittenText } | { fieldErrors: Readonly<Record<string, string>> } {
  const parsed = writtenTextSchema(pictures).safeParse({
    ...noEvent,
    description: "",
    place: "",
    correction: "",
    ...typed,
  });
  return parsed.success ? { text: parsed.data } : { fieldErrors: fieldErrorsOf(parsed.error) };
}

const noEvent = { day: "", time: "", timeZone: "" };

export function drawPreview(typed: Typed, pictures: KnownPictures): Preview {
  // Whatever it will be on its page: here it stands right below the title of the form.
  const { text, problems } = parseMarkdown(typed.body ?? "", { firstHeading: 2, pictures });
  return {
    title: typed.title ?? "",
    description: typed.description ?? "",
    text,
    problems: problems.map(sentenceFor),
  };
}

/** The form again, with everything that was typed in it. */
export const again = (
  before: PublicationFormState,
  typed: Typed,
  rest: Partial<Omit<PublicationFormState, "attempt" | "values">> = {},
): PublicationFormState => ({
  attempt: before.attempt + 1,
  values: typed,
  fieldErrors: {},
  ...rest,
});
