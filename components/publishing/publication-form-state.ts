import type { FormState } from "@/components/staff-ui/form-state";
import type { TextNode } from "@/lib/publications/markdown-tree";

export type Preview = {
  title: string;
  description: string;
  text: TextNode[];
  /** What is left out of the text, and why. */
  problems: string[];
};

export type PublicationFormState = FormState & {
  preview?: Preview;
  /** What was done, where the form stays. */
  notice?: string;
};
